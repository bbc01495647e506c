/** Who says that a debt was paid outside pagoPA, corrects it or takes it back. */
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { giornoDi } from "../valori/date.ts";
import type { PagatoAltrove } from "./pagata-altrove.ts";
import type { Pendenza } from "./pendenza.ts";
import { statiPendenza } from "./stati-pendenza.ts";

export interface ChiVaria {
  readonly tipo: string;
  readonly principal: string;
}

const isUguale = (a: PagatoAltrove, b: PagatoAltrove): boolean =>
  a.data === b.data && a.importo === b.importo && a.riferimento === b.riferimento && a.mezzo === b.mezzo;

/** Who said it; and operators, or what an application said before it changed its name could never be corrected. */
export const mayUndo = ({ pagataAltrove }: Pendenza, { tipo, principal }: ChiVaria): boolean =>
  pagataAltrove === undefined || tipo === "operatore" || pagataAltrove.autore === principal;

export const senzaPagataAltrove = ({ pagataAltrove: _, ...resto }: Pendenza): Pendenza => resto;

/** Marks it, or corrects what was said. Asked again, it changes nothing. `adesso` is an instant. */
export const payAltrove = (
  pendenza: Pendenza,
  pagato: PagatoAltrove,
  chi: ChiVaria,
  adesso: string,
): Esito<Pendenza, Rifiuto<"VER_009" | "SINTASSI">> => {
  const { pagataAltrove: attuale } = pendenza;
  if (attuale && isUguale(attuale, pagato)) return ok(pendenza);
  if (pagato.importo < 1n) return rifiuto("SINTASSI", "pagataAltrove.importo: almeno un centesimo");
  if (pagato.data > giornoDi(adesso)) return rifiuto("SINTASSI", `pagataAltrove.data: ${pagato.data} deve ancora venire`);
  if (!mayUndo(pendenza, chi)) return rifiuto("VER_009", "pagataAltrove: già detto da altri, che soli possono cambiarlo");
  const stato = pendenza.stato === "ANNULLATA" ? ok(pendenza.stato) : statiPendenza.next(pendenza.stato, "annulla");
  if (!stato.ok) return rifiuto("VER_009", `stato: la pendenza è ${pendenza.stato}, si segna pagata altrove solo se da pagare`);
  return ok({ ...pendenza, stato: stato.valore, pagataAltrove: { ...pagato, autore: chi.principal } });
};
