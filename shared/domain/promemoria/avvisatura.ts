/**
 * What a debt carries so that its messages to the citizen follow it: an imprint of what decides them. Whoever writes a debt gets it for free from the unit of
 * work, hence no path can pay or annul a debt and leave a reminder of it armed. Decided when the debt is loaded, from its type.
 */
import type { Pendenza } from "../pendenze/pendenza.ts";

/** State, days and money: no personal data. */
const improntaDi = ({ stato, dataValidita, dataScadenza, dataPromemoriaScadenza, importoPagato }: Pendenza): string =>
  [stato, dataValidita, dataScadenza, dataPromemoriaScadenza, importoPagato].map((valore) => String(valore ?? "")).join("|");

export interface RichiestaPosizione {
  readonly tipo: "POSIZIONE";
  readonly idDominio: string;
  readonly iuv: string;
}

/** The debt about to be written, and the message that announces it when something that decides its messages has changed. */
export const renewAvvisatura = (pendenza: Pendenza): { readonly pendenza: Pendenza; readonly richiesta?: RichiestaPosizione } => {
  const { avvisatura, idDominio, iuv } = pendenza;
  if (!avvisatura) return { pendenza };
  const impronta = improntaDi(pendenza);
  if (impronta === avvisatura.impronta) return { pendenza };
  return { pendenza: { ...pendenza, avvisatura: { impronta } }, richiesta: { tipo: "POSIZIONE", idDominio, iuv } };
};
