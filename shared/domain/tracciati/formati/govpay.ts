/** GovPay's default CSV (reference 2.10): 87 columns by position; an amount of 0 annuls. Columns after the last used one may be missing. */
import { type Esito, ko, ok } from "../../esito.ts";
import type { ContestoRiga, OperazioneRiga } from "./formato.ts";
import { leggiCentesimi, numeroDi, pulito, senzaAssenti } from "./valori.ts";

export const COLONNE_GOVPAY = 87;
/** With fewer there is not even one item. */
export const COLONNE_GOVPAY_MINIME = 35;
export const COLONNA_IMPORTO = 12;

const PRIMA_VOCE = 27;
const COLONNE_PER_VOCE = 11;
const VOCI = 5;
const DOPO_LE_VOCI = PRIMA_VOCE + COLONNE_PER_VOCE * VOCI;

/** Names of our own header; GovPay looks only at the positions. */
export const INTESTAZIONE_GOVPAY: readonly string[] = [
  ..."idA2A idPendenza idDominio numeroAvviso idTipoPendenza idUnitaOperativa causale annoRiferimento cartellaPagamento datiAllegati direzione divisione importo dataValidita dataScadenza tassonomiaAvviso tipoSoggetto identificativo anagrafica indirizzo civico cap localita provincia nazione email cellulare".split(
    " ",
  ),
  ...Array.from({ length: VOCI }, (_, i) =>
    "idVocePendenza importo descrizione ibanAccredito ibanAppoggio tipoContabilita codiceContabilita codEntrata tipoBollo hashDocumento provinciaResidenza"
      .split(" ")
      .map((nome) => `voce${i + 1}_${nome}`),
  ).flat(),
  "dataAvvisatura",
  "idDocumento",
  "descrizioneDocumento",
  "rata",
  "linguaSecondaria",
];

type Leggi = (colonna: number) => string | undefined;

const vociDi = (leggi: Leggi): Esito<readonly Readonly<Record<string, unknown>>[]> => {
  const voci: Readonly<Record<string, unknown>>[] = [];
  for (let n = 0; n < VOCI; n++) {
    const campo = (i: number): string | undefined => leggi(PRIMA_VOCE + n * COLONNE_PER_VOCE + i);
    const importo = campo(1);
    if (campo(0) === undefined && importo === undefined) continue;
    const centesimi = leggiCentesimi(importo ?? "", `importo della voce ${n + 1}`);
    if (!centesimi.ok) return centesimi;
    const [iban, codEntrata, tipoBollo] = [campo(3), campo(7), campo(8)];
    // Inside an item: income code, then stamp, then account.
    const destinazione =
      codEntrata !== undefined
        ? { codEntrata }
        : tipoBollo !== undefined
          ? { tipoBollo, hashDocumento: campo(9), provinciaResidenza: campo(10) }
          : { ibanAccredito: iban, ibanAppoggio: campo(4), tipoContabilita: campo(5), codiceContabilita: campo(6) };
    const voce = { idVocePendenza: campo(0), importo: numeroDi(centesimi.valore), descrizione: campo(2), ...destinazione };
    voci.push(senzaAssenti(voce) ?? {});
  }
  return ok(voci);
};

const SOGLIA = /^(ENTRO|OLTRE)(\d{1,5})$/;

const documentoDi = (leggi: Leggi): Readonly<Record<string, unknown>> | undefined => {
  const identificativo = leggi(DOPO_LE_VOCI + 1);
  if (identificativo === undefined) return undefined;
  const rata = leggi(DOPO_LE_VOCI + 3);
  const [, tipo, giorni] = SOGLIA.exec(rata ?? "") ?? [];
  const parte =
    rata === undefined
      ? {}
      : tipo !== undefined
        ? { soglia: { tipo, giorni: Number(giorni) } }
        : rata === "RIDOTTO" || rata === "SCONTATO"
          ? { soglia: { tipo: rata } }
          : { rata: /^\d+$/.test(rata) ? Number(rata) : rata };
  return senzaAssenti({ identificativo, descrizione: leggi(DOPO_LE_VOCI + 2), ...parte });
};

/** `de` or `de|causale in that language`. */
const proprietaDi = (lingua: string | undefined): Readonly<Record<string, unknown>> | undefined => {
  if (lingua === undefined) return undefined;
  const [linguaSecondaria, ...causale] = lingua.split("|");
  return senzaAssenti({ linguaSecondaria, linguaSecondariaCausale: pulito(causale.join("|")) });
};

const datiAllegatiDi = (testo: string | undefined): Esito<unknown> => {
  if (testo === undefined) return ok(undefined);
  try {
    return ok(JSON.parse(testo));
  } catch {
    return ko("datiAllegati: JSON non ben formato");
  }
};

export const leggiRigaGovpay = (valori: readonly string[], contesto: ContestoRiga): Esito<OperazioneRiga> => {
  const leggi: Leggi = (colonna) => pulito(valori[colonna]);
  const idA2A = leggi(0) ?? contesto.idA2A;
  const idPendenza = leggi(1);
  if (idA2A === undefined) return ko("idA2A: obbligatorio");
  if (idPendenza === undefined) return ko("idPendenza: obbligatorio");
  const importo = leggiCentesimi(leggi(COLONNA_IMPORTO) ?? "", "importo");
  if (!importo.ok) return importo;
  if (importo.valore === 0n) return ok({ tipo: "DEL", idA2A, idPendenza, motivo: leggi(6) ?? "Annullata da tracciato" });
  const voci = vociDi(leggi);
  if (!voci.ok) return voci;
  const datiAllegati = datiAllegatiDi(leggi(9));
  if (!datiAllegati.ok) return datiAllegati;
  const anno = leggi(7);
  const soggetto = { identificativo: leggi(17), anagrafica: leggi(18), indirizzo: leggi(19), civico: leggi(20), cap: leggi(21) };
  const recapiti = { localita: leggi(22), provincia: leggi(23), nazione: leggi(24), email: leggi(25), cellulare: leggi(26) };
  const soggettoPagatore = senzaAssenti({ tipo: leggi(16), ...soggetto, ...recapiti });
  const corpo = {
    idDominio: leggi(2) ?? contesto.idDominio,
    numeroAvviso: leggi(3),
    idTipoPendenza: leggi(4) ?? contesto.idTipoPendenza,
    idUnitaOperativa: leggi(5),
    causale: leggi(6),
    annoRiferimento: anno === undefined ? undefined : /^\d+$/.test(anno) ? Number(anno) : anno,
    cartellaPagamento: leggi(8),
    datiAllegati: datiAllegati.valore,
    direzione: leggi(10),
    divisione: leggi(11),
    importo: numeroDi(importo.valore),
    dataValidita: leggi(13),
    dataScadenza: leggi(14),
    tassonomiaAvviso: leggi(15),
    soggettoPagatore,
    documento: documentoDi(leggi),
    proprieta: proprietaDi(leggi(DOPO_LE_VOCI + 4)),
    voci: voci.valore,
  };
  const dataAvvisatura = leggi(DOPO_LE_VOCI);
  return ok({
    tipo: "ADD",
    idA2A,
    idPendenza,
    corpo: senzaAssenti(corpo) ?? {},
    ...(dataAvvisatura !== undefined && { dataAvvisatura }),
  });
};
