/** From the links to what is said of each flow and movement: coverage, labels, and the cause of what does not add up. */
import { isRiconciliatoDaChiamante } from "../riconciliazioni/nomi.ts";
import { addGiorni, giornoDi } from "../valori/date.ts";
import type { Lettura } from "./abbina-flussi.ts";
import { type Banco, euro, isLibero, restaDelFlusso, restaDi, segnala } from "./banco.ts";
import type { AnomaliaRiscontro, Copertura, EsitoFlusso, EsitoMovimento, StatoAbbinamento } from "./esiti.ts";
import { type Etichetta, inOrdine } from "./etichette.ts";
import type { MovimentoProva } from "./evidenze.ts";
import { type FlussoInVigore, oggettoDi } from "./in-vigore.ts";

/** Below one euro a difference is a rounding or a charge, not a missing part. */
const MINIMA = 100n;

/** Two working days, and a week-end. */
const GIORNI_EMISSIONE = 4;

const coperturaDi = (banco: Banco, flusso: FlussoInVigore): { readonly copertura: Copertura; readonly differenza: bigint } => {
  const resta = restaDelFlusso(banco, flusso);
  const eccedenza = banco.eccedenze.get(flusso.chiave) ?? 0n;
  const differenza = eccedenza - resta;
  const assoluta = differenza < 0n ? -differenza : differenza;
  if (resta === 0n && eccedenza === 0n) return { copertura: "COPERTO", differenza };
  if (banco.accettati.has(flusso.chiave)) return { copertura: "IN_TOLLERANZA", differenza };
  if (resta === flusso.flusso.importoTotale) return { copertura: "NESSUNA", differenza };
  if (assoluta <= banco.impostazioni.tolleranza) return { copertura: "IN_TOLLERANZA", differenza };
  return { copertura: eccedenza > 0n ? "ECCEDENTE" : "PARZIALE", differenza };
};

const ETICHETTE_COPERTURA = {
  NESSUNA: ["IUF_NO_TES"],
  PARZIALE: ["IUF_TES_DIV_IMP"],
  ECCEDENTE: ["IUF_TES_DIV_IMP"],
  COPERTO: [],
  IN_TOLLERANZA: [],
} as const satisfies Record<Copertura, readonly Etichetta[]>;

export function esitoFlusso(banco: Banco, flusso: FlussoInVigore): EsitoFlusso {
  const { idDominio, idFlusso, idPsp, revisione, importoTotale } = flusso.flusso;
  const suoi = banco.collegamenti.filter(({ oggetto, flusso: diTrasferimento }) => {
    const nominato = oggetto.tipo === "FLUSSO" ? oggetto : diTrasferimento;
    return nominato?.idFlusso.toUpperCase() === idFlusso.toUpperCase() && flusso.psp.includes(nominato.idPsp);
  });
  const { copertura, differenza } = coperturaDi(banco, flusso);
  return {
    idDominio,
    idFlusso,
    idPsp,
    revisione,
    copertura,
    importo: importoTotale,
    importoCollegato: importoTotale - restaDelFlusso(banco, flusso),
    differenza,
    etichette: copertura === "NESSUNA" && isRiconciliatoDaChiamante(flusso.flusso) ? ["IUF_RICONCILIATO"] : ETICHETTE_COPERTURA[copertura],
    idMovimenti: [...new Set(suoi.map(({ idMovimento }) => idMovimento))].sort(),
  };
}

type Causa = Pick<AnomaliaRiscontro, "codice" | "frase"> & { readonly attende?: true };

const causaDi = (flusso: FlussoInVigore, esito: EsitoFlusso): Causa | undefined => {
  const { copertura, differenza, importo } = esito;
  const ricevuto = importo + differenza;
  const quanto = euro(differenza < 0n ? -differenza : differenza);
  if (flusso.flusso.stato === "ANOMALO" && copertura !== "IN_TOLLERANZA" && copertura !== "COPERTO")
    return { codice: "FLUSSO_INCOERENTE", frase: "La testata del flusso non corrisponde alle sue righe: non si riconcilia da solo." };
  // Who uses only the reconciliations of the API has no treasury file here, and the money is told by them.
  if (copertura === "NESSUNA" && isRiconciliatoDaChiamante(flusso.flusso)) return undefined;
  if (copertura === "NESSUNA")
    return { codice: "FLUSSO_NON_ACCREDITATO", attende: true, frase: `Nessun movimento accredita i ${euro(importo)} euro del flusso.` };
  if (copertura === "IN_TOLLERANZA")
    return {
      codice: "ACCREDITO_IN_TOLLERANZA",
      frase: `Accreditati ${euro(ricevuto)} euro di ${euro(importo)}: ${quanto} euro di differenza accettati.`,
    };
  if (copertura === "COPERTO") return undefined;
  if (flusso.totaliPrecedenti.includes(ricevuto))
    return {
      codice: "REVISIONE_DOPO_ACCREDITO",
      frase: `L'accredito di ${euro(ricevuto)} euro è il totale di una versione precedente; quella in vigore è di ${euro(importo)} euro.`,
    };
  if (differenza <= MINIMA && -differenza <= MINIMA)
    return { codice: "DIFFERENZA_MINIMA", frase: `Accreditati ${euro(ricevuto)} euro di ${euro(importo)}: differenza di ${quanto} euro.` };
  return copertura === "PARZIALE"
    ? {
        codice: "ACCREDITO_PARZIALE",
        attende: true,
        frase: `Accreditati ${euro(ricevuto)} euro di ${euro(importo)}: mancano ${quanto} euro.`,
      }
    : {
        codice: "ACCREDITO_ECCEDENTE",
        frase: `Accreditati ${euro(ricevuto)} euro per un flusso di ${euro(importo)}: ${quanto} euro in più.`,
      };
};

export function anomalieFlusso(banco: Banco, flusso: FlussoInVigore, esito: EsitoFlusso): readonly AnomaliaRiscontro[] {
  const { idDominio, dataRegolamento, dataFlusso } = flusso.flusso;
  const base = { idDominio, soggetto: oggettoDi(flusso), giorno: dataRegolamento };
  const causa = causaDi(flusso, esito);
  const tardivo = flusso.totaliPrecedenti.length === 0 && giornoDi(dataFlusso) > addGiorni(dataRegolamento, GIORNI_EMISSIONE);
  return [
    ...(causa
      ? [
          {
            ...base,
            codice: causa.codice,
            importo: esito.importo + esito.differenza,
            importoAtteso: esito.importo,
            ...(causa.attende && { dal: addGiorni(dataRegolamento, banco.impostazioni.giorniAttesaAccredito) }),
            frase: causa.frase,
          },
        ]
      : []),
    ...(tardivo
      ? [
          {
            ...base,
            codice: "FLUSSO_TARDIVO" as const,
            frase: `Flusso emesso il ${giornoDi(dataFlusso)} per il regolamento del ${dataRegolamento}.`,
          },
        ]
      : []),
  ];
}

const statoDi = (banco: Banco, movimento: MovimentoProva, collegato: bigint): StatoAbbinamento => {
  if (collegato > 0n) return restaDi(banco, movimento) <= banco.impostazioni.tolleranza ? "ABBINATO" : "PARZIALE";
  if (banco.esclusi.has(movimento.id)) return "ESCLUSO";
  return banco.proposte.some(({ idMovimento }) => idMovimento === movimento.id) ? "DA_CONFERMARE" : "NON_ABBINATO";
};

/** A movement that names what is known, and is not explained by it. */
const segnalaNominati = (banco: Banco, { movimento, nominati }: Lettura): void => {
  const candidati = [...new Set(nominati.posti.flatMap(({ candidati }) => candidati))];
  const aperti = candidati.filter((flusso) => restaDelFlusso(banco, flusso) > 0n);
  const importo = movimento.importo;
  if (candidati.length > 0 && aperti.length === 0)
    segnala(banco, movimento, {
      codice: "ACCREDITO_DOPPIO",
      importo,
      frase: `L'accredito di ${euro(importo)} euro nomina un flusso che risulta già accreditato.`,
    });
  else if (aperti.length > 0 && aperti.some(({ flusso }) => flusso.stato === "ACQUISITO") && nominati.ignoti.length === 0)
    segnala(banco, movimento, {
      codice: "ABBINAMENTO_AMBIGUO",
      importo,
      frase: `L'accredito di ${euro(importo)} euro può riferirsi a ${aperti.length === 1 ? "un flusso di altro importo" : `${aperti.length} flussi`}.`,
    });
};

const segnalaIgnoti = (banco: Banco, { movimento, nominati }: Lettura, codiciIgnoti: readonly string[]): void => {
  const { importo, dataContabile } = movimento;
  const altrui = nominati.ignoti.find((id) => banco.flussiDiAltri.has(id));
  const { giorniAttesaFlusso, giorniAttesaRicevuta } = banco.impostazioni;
  const [flusso] = nominati.ignoti;
  const [codice] = codiciIgnoti;
  if (altrui !== undefined)
    segnala(banco, movimento, {
      codice: "FLUSSO_DI_ALTRO_ENTE",
      importo,
      frase: `L'accredito di ${euro(importo)} euro nomina un flusso di un altro ente.`,
    });
  else if (flusso !== undefined)
    segnala(banco, movimento, {
      codice: "FLUSSO_MANCANTE",
      importo,
      dal: addGiorni(dataContabile, giorniAttesaFlusso),
      frase: `L'accredito di ${euro(importo)} euro nomina il flusso ${flusso.slice(0, 35)}, che non è stato acquisito.`,
    });
  else if (codice !== undefined)
    segnala(banco, movimento, {
      codice: "PAGAMENTO_MANCANTE",
      importo,
      dal: addGiorni(dataContabile, giorniAttesaRicevuta),
      frase: `L'accredito di ${euro(importo)} euro nomina il pagamento ${codice.slice(0, 35)}, di cui non c'è la ricevuta.`,
    });
};

const etichetteDi = (
  banco: Banco,
  { movimento, nominati }: Lettura,
  codiciIgnoti: readonly string[],
  stato: StatoAbbinamento,
): readonly Etichetta[] => {
  const { chiavi } = movimento;
  const nomi = [...chiavi.flussi, ...chiavi.troncati, ...chiavi.iuv, ...chiavi.iur];
  if (stato === "ESCLUSO" || stato === "ABBINATO" || movimento.segno === "USCITA") return [];
  if (nomi.length === 0 && !nominati.perTrn) return stato === "PARZIALE" ? ["IUF_TES_DIV_IMP"] : ["TES_NO_MATCH"];
  if (stato === "PARZIALE") return ["IUF_TES_DIV_IMP"];
  const noti = nominati.posti.some(({ candidati }) => candidati.length > 0);
  const ignoti = nominati.ignoti.length + codiciIgnoti.length > 0;
  const doppio = banco.anomalie.some(
    ({ soggetto, codice }) =>
      soggetto.tipo === "MOVIMENTO" &&
      soggetto.idMovimento === movimento.id &&
      (codice === "ACCREDITO_DOPPIO" || codice === "ACCREDITO_SINGOLO_DIVERSO"),
  );
  return inOrdine([...(ignoti && !noti ? ["TES_NO_IUF_OR_IUV" as const] : []), ...(doppio ? ["IUF_TES_DIV_IMP" as const] : [])]);
};

export function esitoMovimento(banco: Banco, lettura: Lettura, codiciIgnoti: readonly string[]): EsitoMovimento {
  const { movimento, nominati } = lettura;
  if (isLibero(banco, movimento)) {
    segnalaNominati(banco, lettura);
    segnalaIgnoti(banco, lettura, codiciIgnoti);
  }
  const suoi = banco.collegamenti.filter(({ idMovimento }) => idMovimento === movimento.id);
  const importoCollegato = suoi.reduce((somma, { importo }) => somma + importo, 0n);
  const stato = statoDi(banco, movimento, importoCollegato);
  const nomi = nominati.posti.flatMap(({ candidati }) => candidati.map(oggettoDi));
  const diTrasferimento = suoi.flatMap(({ flusso }) => (flusso ? [flusso] : []));
  const flussi = [...new Map([...nomi, ...diTrasferimento].map((flusso) => [`${flusso.idFlusso}|${flusso.idPsp}`, flusso])).values()];
  return {
    idDominio: movimento.idDominio,
    idMovimento: movimento.id,
    stato,
    importoCollegato,
    residuo: restaDi(banco, movimento),
    etichette: etichetteDi(banco, lettura, codiciIgnoti, stato),
    flussi,
  };
}
