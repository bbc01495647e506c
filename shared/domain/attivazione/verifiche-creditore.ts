/** Accounts, income codes and debt types of the creditor. */
import type { DatiAttivazione, Verifica } from "./verifica.ts";
import { ofPagoPa } from "./verifiche-rete.ts";

export const checkConti = ({ creditore: { dominio, conti }, controlli }: DatiAttivazione): readonly Verifica[] => {
  const base = `/domini/${dominio.idDominio}/contiAccredito`;
  const abilitati = conti.filter(({ abilitato }) => abilitato);
  if (abilitati.length === 0) {
    const descrizione = conti.length === 0 ? "Nessun conto di accredito registrato" : "Nessun conto di accredito abilitato";
    return [{ codice: "CONTO", stato: "MANCA", descrizione, dove: base }];
  }
  return abilitati.flatMap(({ iban, postale, autStampaPosteItaliane }): Verifica[] => {
    const dove = `${base}/${iban}`;
    const controllo = controlli.find(({ oggetto, riferimento }) => oggetto === "CONTO" && riferimento === iban);
    const verifica = ofPagoPa("CONTO", `La validità del conto ${iban}`, controllo, dove);
    if (!postale || (autStampaPosteItaliane ?? dominio.autStampaPosteItaliane) !== undefined) return [verifica];
    const descrizione = `Il conto ${iban} è postale e manca autStampaPosteItaliane: gli avvisi si stampano senza bollettino`;
    return [verifica, { codice: "BOLLETTINO", stato: "DA_VERIFICARE", descrizione, dove }];
  });
};

export const checkEntrate = ({ creditore: { dominio, conti, entrate } }: DatiAttivazione): readonly Verifica[] => {
  const dove = `/domini/${dominio.idDominio}/entrate`;
  const abilitate = entrate.filter(({ abilitato }) => abilitato);
  if (abilitate.length === 0) return [{ codice: "ENTRATA", stato: "MANCA", descrizione: "Nessuna entrata abilitata", dove }];
  const usabili = new Set(conti.filter(({ abilitato }) => abilitato).map(({ iban }) => iban));
  const senzaConto = abilitate.filter(({ ibanAccredito }) => ibanAccredito !== undefined && !usabili.has(ibanAccredito));
  if (senzaConto.length === 0) return [{ codice: "ENTRATA", stato: "FATTO", descrizione: `Entrate abilitate: ${abilitate.length}`, dove }];
  const descrizione = `Entrate accreditate su un conto che manca o è disabilitato: ${senzaConto.map(({ idEntrata }) => idEntrata).join(", ")}`;
  return [{ codice: "ENTRATA", stato: "MANCA", descrizione, dove }];
};

export const checkTipi = ({ creditore: { dominio, tipiPendenza }, tipiComuni }: DatiAttivazione): readonly Verifica[] => {
  const dove = `/domini/${dominio.idDominio}/tipiPendenza`;
  const comuni = new Map(tipiComuni.map((tipo) => [tipo.idTipoPendenza, tipo]));
  const abilitati = tipiPendenza.filter(({ idTipoPendenza, abilitato }) => {
    const comune = comuni.get(idTipoPendenza);
    return comune?.abilitato === true && (abilitato ?? true);
  });
  return abilitati.length > 0
    ? [{ codice: "TIPO_PENDENZA", stato: "FATTO", descrizione: `Tipi pendenza abilitati: ${abilitati.length}`, dove }]
    : [{ codice: "TIPO_PENDENZA", stato: "MANCA", descrizione: "Nessun tipo pendenza associato al dominio e abilitato", dove }];
};
