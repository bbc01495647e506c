/**
 * The evening of a PSP: it settles what it has cashed, one flow per creditor and account, publishes it on the platform and orders the
 * credit transfer for the next day. Mistakes can be asked for, because reconciliation is about them.
 */
import { SCARTO_PROVA } from "../../../shared/domain/prova/valori-magici.ts";
import { addGiorni } from "../comune/date.ts";
import { Rifiuto } from "../comune/http.ts";
import { sum } from "../comune/importi.ts";
import type { Contesto } from "../contesto.ts";
import type { Flussi, Flusso, Riga } from "../fdr/flussi.ts";
import type { Movimenti, Movimento } from "../tesoriere/movimenti.ts";
import type { Incasso, Libro } from "./libro.ts";
import { findPsp, type Psp } from "./psp.ts";

export interface Anomalie {
  /** The bank credits the first flow of this PSP short by so many cents. */
  readonly creditoInMeno?: { readonly psp: string; readonly centesimi: bigint; readonly idDominio?: string | undefined } | undefined;
  /** A payment is reported (and credited) twice in its flow. */
  readonly duplica?: { readonly iuv: string } | undefined;
  /** The first flow of this PSP is published with its first row wrong by so many cents; the credit is right. `sostituisci` corrects it. */
  readonly rigaErrata?: { readonly psp: string; readonly centesimi: bigint; readonly idDominio?: string | undefined } | undefined;
  /** A new revision of a flow: the wrong row corrected, else a row with an earlier date, or with the amount given. */
  readonly sostituisci?:
    | { readonly idFlusso: string; readonly indice?: number | undefined; readonly importo?: bigint | undefined }
    | undefined;
}

export interface EsitoRendicontazione {
  readonly flussi: readonly Flusso[];
  readonly accrediti: readonly Movimento[];
  /** What was done wrong on purpose, in words. */
  readonly anomalie: readonly string[];
}

export interface Rendicontazione {
  /** Settles what was paid on `data` (absent = everything not yet settled). @throws Rifiuto 422 when an anomaly has nothing to act on. */
  emit(data: string | undefined, anomalie: Anomalie): EsitoRendicontazione;
}

interface Gruppo {
  readonly giorno: string;
  readonly psp: Psp;
  readonly idDominio: string;
  readonly iban: string;
  /** Payments that ask for a mistake have a flow of their own: the others must not suffer from it. */
  readonly prova: Incasso["prova"];
  readonly incassi: Incasso[];
}

const raggruppa = (incassi: readonly Incasso[]): Gruppo[] => {
  const gruppi = new Map<string, Gruppo>();
  for (const incasso of incassi) {
    const psp = findPsp(incasso.idPsp);
    if (psp === undefined) continue;
    const { giorno, idDominio, iban, prova } = incasso;
    const chiave = [giorno, psp.id, idDominio, iban, prova].join("/");
    const gruppo = gruppi.get(chiave) ?? { giorno, psp, idDominio, iban, prova, incassi: [] };
    gruppo.incassi.push(incasso);
    gruppi.set(chiave, gruppo);
  }
  return [...gruppi.entries()].sort(([uno], [altro]) => uno.localeCompare(altro)).map(([, gruppo]) => gruppo);
};

const rigaDi = (incasso: Incasso, indice: number): Riga => ({
  indice,
  iuv: incasso.iuv,
  iur: incasso.iur,
  idTransfer: incasso.idTransfer,
  importo: incasso.importo,
  payStatus: incasso.payStatus,
  giorno: incasso.giorno,
});

const riguarda = (anomalia: { psp: string; idDominio?: string | undefined }, gruppo: Gruppo): boolean =>
  anomalia.psp === gruppo.psp.id && (anomalia.idDominio === undefined || anomalia.idDominio === gruppo.idDominio);

/** Applies what was asked to a group; each anomaly is used once. */
const createAlterazioni = (anomalie: Anomalie) => {
  const fatte: string[] = [];
  let { creditoInMeno, duplica, rigaErrata } = anomalie;
  return {
    fatte,
    duplicate(righe: readonly Riga[], idFlusso: string): Riga[] {
      const riga = righe.find((voce) => voce.iuv === duplica?.iuv);
      if (riga === undefined) return [...righe];
      fatte.push(`${idFlusso}: il pagamento ${riga.iuv} è rendicontato due volte.`);
      duplica = undefined;
      return [...righe, { ...riga, indice: righe.length + 1 }];
    },
    errore(gruppo: Gruppo, righe: Riga[], idFlusso: string): { righe: Riga[]; daCorreggere?: { indice: number; importo: bigint } } {
      const prima = righe[0];
      const chiesta = gruppo.prova === "FLUSSO_DIVERSO" ? { centesimi: SCARTO_PROVA } : rigaErrata;
      if (chiesta === undefined || ("psp" in chiesta && !riguarda(chiesta, gruppo)) || prima === undefined) return { righe };
      const errata = { ...prima, importo: prima.importo + chiesta.centesimi };
      fatte.push(`${idFlusso}: la riga 1 è errata di ${chiesta.centesimi} centesimi.`);
      if (chiesta === rigaErrata) rigaErrata = undefined;
      return { righe: [errata, ...righe.slice(1)], daCorreggere: { indice: 1, importo: prima.importo } };
    },
    accreditato(gruppo: Gruppo, importo: bigint, idFlusso: string): bigint {
      if (gruppo.prova === "ACCREDITO_INFERIORE") {
        fatte.push(`${idFlusso}: accreditati ${SCARTO_PROVA} centesimi in meno.`);
        return importo - SCARTO_PROVA;
      }
      if (creditoInMeno === undefined || !riguarda(creditoInMeno, gruppo)) return importo;
      const dato = importo - creditoInMeno.centesimi;
      fatte.push(`${idFlusso}: accreditati ${creditoInMeno.centesimi} centesimi in meno.`);
      creditoInMeno = undefined;
      return dato;
    },
    /** What has no amount of its own to be wrong. */
    assenza(gruppo: Gruppo, idFlusso: string): void {
      if (gruppo.prova === "FLUSSO_ASSENTE") fatte.push(`${idFlusso}: accreditato, ma il flusso non è pubblicato.`);
      if (gruppo.prova === "ACCREDITO_ASSENTE") fatte.push(`${idFlusso}: pubblicato, ma non accreditato.`);
    },
    /** Anomalies that found nothing to act on. */
    inevase: (): string[] =>
      Object.entries({ creditoInMeno, duplica, rigaErrata }).flatMap(([nome, valore]) => (valore === undefined ? [] : [nome])),
  };
};

/** Whose books a settlement writes. */
interface Attori {
  readonly contesto: Contesto;
  readonly libro: Libro;
  readonly flussi: Flussi;
  readonly movimenti: Movimenti;
}

const emetti = (
  { contesto, libro, flussi, movimenti }: Attori,
  gruppo: Gruppo,
  alterazioni: ReturnType<typeof createAlterazioni>,
): { flusso: Flusso | undefined; accrediti: Movimento[] } => {
  const { psp } = gruppo;
  const dataRegolamento = addGiorni(gruppo.giorno, 1);
  const numero = contesto.archivio.next(`flusso/${psp.id}`);
  const idFlusso = `${dataRegolamento}${psp.id}-${numero.toString().padStart(9, "0")}`;
  const trn = `${psp.codiceFiscale}${dataRegolamento.replaceAll("-", "")}${numero.toString().padStart(9, "0")}IT`;
  const esatte = alterazioni.duplicate(
    gruppo.incassi.map((incasso, posto) => rigaDi(incasso, posto + 1)),
    idFlusso,
  );
  const { righe, daCorreggere } = alterazioni.errore(gruppo, esatte, idFlusso);
  alterazioni.assenza(gruppo, idFlusso);
  const assente = gruppo.prova === "FLUSSO_ASSENTE";
  const istante = contesto.istante();
  const flusso: Flusso = {
    idFlusso,
    idPsp: psp.id,
    idDominio: gruppo.idDominio,
    iban: gruppo.iban,
    revisione: 1,
    creatoIl: istante,
    pubblicatoIl: istante,
    dataFlusso: istante,
    dataRegolamento,
    trn,
    numeroPagamenti: righe.length,
    importoTotale: sum(righe.map((riga) => riga.importo)),
    ...(daCorreggere === undefined ? {} : { daCorreggere }),
  };
  if (!assente) flussi.publish(flusso, righe);
  libro.settle(gruppo.incassi);
  if (gruppo.prova === "ACCREDITO_ASSENTE") return { flusso, accrediti: [] };
  const importo = alterazioni.accreditato(gruppo, sum(esatte.map((riga) => riga.importo)), idFlusso);
  if (importo <= 0n) throw new Rifiuto(422, `creditoInMeno: supera l'importo del flusso ${idFlusso}.`);
  return { flusso: assente ? undefined : flusso, accrediti: movimenti.credit(accreditoDi(flusso, psp, importo)) };
};

const sostituisci = (
  { contesto, flussi }: Attori,
  { idFlusso, indice, importo }: NonNullable<Anomalie["sostituisci"]>,
  fatte: string[],
): Flusso => {
  const precedente = flussi.findUltimo(idFlusso);
  if (precedente === undefined || precedente.sintetico !== undefined)
    throw new Rifiuto(422, `sostituisci: il flusso ${idFlusso} non esiste o è sintetico.`);
  const { daCorreggere, ...base } = precedente;
  const posto = indice ?? daCorreggere?.indice ?? 1;
  const giusto = importo ?? daCorreggere?.importo;
  const righe = flussi
    .righe(precedente, 0, precedente.numeroPagamenti)
    .map((riga) =>
      riga.indice !== posto ? riga : giusto === undefined ? { ...riga, giorno: addGiorni(riga.giorno, -1) } : { ...riga, importo: giusto },
    );
  if (!righe.some((riga) => riga.indice === posto)) throw new Rifiuto(422, `sostituisci: il flusso ${idFlusso} non ha la riga ${posto}.`);
  const istante = contesto.istante();
  const flusso: Flusso = {
    ...base,
    revisione: precedente.revisione + 1,
    creatoIl: istante,
    pubblicatoIl: istante,
    dataFlusso: istante,
    importoTotale: sum(righe.map((riga) => riga.importo)),
  };
  flussi.publish(flusso, righe);
  fatte.push(`${idFlusso}: revisione ${flusso.revisione}, cambiata la riga ${posto}.`);
  return flusso;
};

export const createRendicontazione = (attori: Attori): Rendicontazione => {
  return {
    emit: (data, anomalie) =>
      attori.contesto.archivio.transaction(() => {
        const alterazioni = createAlterazioni(anomalie);
        const emessi = raggruppa(attori.libro.daRendicontare(data)).map((gruppo) => emetti(attori, gruppo, alterazioni));
        const inevase = alterazioni.inevase();
        if (inevase.length > 0) throw new Rifiuto(422, `Nessun pagamento da rendicontare a cui applicare: ${inevase.join(", ")}.`);
        const revisioni = anomalie.sostituisci === undefined ? [] : [sostituisci(attori, anomalie.sostituisci, alterazioni.fatte)];
        return {
          flussi: [...emessi.flatMap(({ flusso }) => flusso ?? []), ...revisioni],
          accrediti: emessi.flatMap(({ accrediti }) => accrediti),
          anomalie: alterazioni.fatte,
        };
      }),
  };
};

/** The credit transfer of a flow: remittance text of section 4.9, end-to-end id = flow id, booked on the settlement day. */
export const accreditoDi = (flusso: Flusso, psp: Psp, importo: bigint): Omit<Movimento, "numero"> => ({
  idDominio: flusso.idDominio,
  iban: flusso.iban,
  giorno: flusso.dataRegolamento,
  dataValuta: flusso.dataRegolamento,
  importo,
  causale: `/PUR/LGPE-RIVERSAMENTO/URI/${flusso.idFlusso}`,
  trn: flusso.trn,
  endToEndId: flusso.idFlusso,
  ordinante: { nome: psp.nome, bic: psp.bic, codiceFiscale: psp.codiceFiscale },
  idFlusso: flusso.idFlusso,
});
