/** What the registry says of the messages of a debt. */
import type { Creditore, TipoPendenza } from "../../domain/anagrafiche/creditore.ts";
import { completeSezione, type ValoreSezione } from "../../domain/configurazione/sezioni.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type LivelliPromemoria, livelliDi } from "../../domain/promemoria/impostazioni.ts";
import type { CanaliAttivi } from "../../domain/promemoria/precedenza.ts";
import type { Canale } from "../../domain/promemoria/promemoria.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";

/** The certified mailbox of the creditor, as the section lists it; off when there is none. */
const casellaDi = (pec: ValoreSezione, idDominio: string): ValoreSezione => {
  const caselle = Array.isArray(pec["caselle"]) ? [...pec["caselle"]] : [];
  for (const casella of caselle) {
    if (typeof casella !== "object" || casella === null) continue;
    const campi = Object.fromEntries(Object.entries(casella));
    if (campi["idDominio"] === idDominio) return { ...campi, abilitato: pec["abilitato"] === true };
  }
  return { abilitato: false };
};

export interface AnagraficaAvvisatura {
  readonly creditore: Creditore;
  readonly tipo: TipoPendenza | undefined;
  readonly livelli: LivelliPromemoria;
  /** How each channel is reached; `abilitato` false = it is off. */
  readonly canali: Readonly<Record<Canale, ValoreSezione>>;
}

export type PorteAvvisatura = Pick<Anagrafiche, "getCreditore" | "getTipoPendenza" | "getSezione">;

/** Cached reads. undefined when the creditor is no longer in the registry. */
export const loadAvvisatura = async (
  anagrafiche: PorteAvvisatura,
  { idDominio, idTipoPendenza }: Pick<Pendenza, "idDominio" | "idTipoPendenza">,
): Promise<AnagraficaAvvisatura | undefined> => {
  const sezione = async (nome: "avvisaturaMail" | "avvisaturaAppIO" | "mailBatch" | "appIOBatch" | "pecBatch"): Promise<ValoreSezione> =>
    completeSezione(nome, await anagrafiche.getSezione(nome)) ?? {};
  const [creditore, tipo, avvisaturaMail, avvisaturaAppIO, mail, appIO, pec] = await Promise.all([
    anagrafiche.getCreditore(idDominio),
    anagrafiche.getTipoPendenza(idTipoPendenza),
    sezione("avvisaturaMail"),
    sezione("avvisaturaAppIO"),
    sezione("mailBatch"),
    sezione("appIOBatch"),
    sezione("pecBatch"),
  ]);
  if (!creditore) return undefined;
  const livelli = livelliDi(creditore, tipo, idTipoPendenza, { avvisaturaMail, avvisaturaAppIO });
  return { creditore, tipo, livelli, canali: { PEC: casellaDi(pec, idDominio), EMAIL: mail, APP_IO: appIO } };
};

export const attiviDi = ({ canali }: Pick<AnagraficaAvvisatura, "canali">): CanaliAttivi => ({
  PEC: canali.PEC["abilitato"] === true,
  EMAIL: canali.EMAIL["abilitato"] === true,
  APP_IO: canali.APP_IO["abilitato"] === true,
});
