/** PUT and PATCH of a role: rights common to all the creditors, written by who works for all of them. */
import type { Acl, Ruolo } from "../../domain/anagrafiche/applicazione.ts";
import { type VariazioneAcl, varyAcl } from "../../domain/anagrafiche/variazioni-utenza.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { type EsitoProposta, type PorteProposta, type Proposta, saveOProponi } from "../approvazioni/save-o-proponi.ts";
import { checkComune } from "./ambiti.ts";
import { keepAmministratore } from "./keep-amministratore.ts";
import { type Decisione, type Scrivente, writeOver } from "./save-voce.ts";

type Rifiuti = "NON_AUTORIZZATO" | "NON_PROCESSABILE";

/** Rights on the same service written twice are one entry. */
const gather = (acl: readonly Acl[]): readonly Acl[] =>
  acl.reduce<readonly Acl[]>((insieme, value) => varyAcl(insieme, { op: "ADD", path: "/acl", value }), []);

const describeAcl = (acl: readonly Acl[]): string =>
  acl.length === 0 ? "nessun diritto" : acl.map(({ servizio, autorizzazioni }) => `${servizio} ${autorizzazioni.join("")}`).join(", ");

const toProposta = (prima: Ruolo | undefined, dopo: Ruolo): Proposta => ({
  tipo: "RUOLO",
  oggetto: dopo.idRuolo,
  servizio: "Anagrafica Ruoli",
  descrizione: `ruolo ${dopo.idRuolo}: da ${prima ? describeAcl(prima.acl) : "inesistente"} a ${describeAcl(dopo.acl)}`,
  voce: { entita: "ruolo", valore: dopo },
});

const decideRuolo = async (
  { registro, quattroOcchi }: PorteProposta,
  prima: Ruolo | undefined,
  { idRuolo, acl }: Pick<Ruolo, "idRuolo" | "acl">,
): Promise<Esito<Decisione & { readonly proposta?: Proposta }, Rifiuto<Rifiuti>>> => {
  const dopo: Ruolo = { versione: prima?.versione ?? 0, idRuolo, acl: gather(acl) };
  const guardia = await keepAmministratore(registro, { entita: "ruolo", prima, dopo });
  if (!guardia.ok) return guardia;
  return ok({
    modifiche: [{ entita: "ruolo", ...writeOver(prima, dopo) }, ...guardia.valore],
    voce: `ruolo ${idRuolo}`,
    ...(quattroOcchi.ruoli && { proposta: toProposta(prima, dopo) }),
  });
};

/** Refuses who works for some creditors only (403), and a change that leaves nobody able to give rights (422). */
export const saveRuolo =
  (porte: PorteProposta) =>
  async (richiesto: Pick<Ruolo, "idRuolo" | "acl">, scrivente: Scrivente): Promise<EsitoProposta<Rifiuti>> =>
    checkComune(scrivente.chiamante) ??
    saveOProponi<Rifiuti>(porte, scrivente, async () =>
      decideRuolo(porte, await porte.registro.get("ruolo", richiesto.idRuolo), richiesto),
    );

/** The same rules, on the rights that the role has at the moment. */
export const patchRuolo =
  (porte: PorteProposta) =>
  async (
    { idRuolo, variazioni }: { readonly idRuolo: string; readonly variazioni: readonly VariazioneAcl[] },
    scrivente: Scrivente,
  ): Promise<EsitoProposta<Rifiuti | "NON_TROVATO">> =>
    checkComune(scrivente.chiamante) ??
    saveOProponi<Rifiuti | "NON_TROVATO">(porte, scrivente, async () => {
      const prima = await porte.registro.get("ruolo", idRuolo);
      if (!prima) return rifiuto("NON_TROVATO", `ruolo ${idRuolo}`);
      const decisione = await decideRuolo(porte, prima, { idRuolo, acl: variazioni.reduce(varyAcl, prima.acl) });
      return decisione.ok ? ok({ ...decisione.valore, method: "PATCH" }) : decisione;
    });
