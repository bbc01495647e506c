/** From the stream of the archive to what is told outside: of each record, which thing and in which state; never whose. */
import { createHash } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import type { AmbitoAnnuncio, Annuncio, TipoAnnuncio } from "../../domain/annunci/annuncio.ts";
import { definiti } from "../../domain/definiti.ts";
import type { Deposito } from "../../ports/deposito.ts";

type Campi = Readonly<Record<string, unknown>>;

interface Lettura {
  readonly sk: RegExp;
  readonly tipoDi: (prima: Campi | undefined, dopo: Campi) => TipoAnnuncio | undefined;
  /** Fields that are told. */
  readonly dati: readonly string[];
  /** What names it where it concerns no payment code. */
  readonly oggetto?: string;
}

const IDENTITA = ["idA2A", "idPendenza", "iuv", "numeroAvviso"] as const;
/** What of a debt is worth telling: notes, counters and what only we look at are not. */
const VISTI = [
  ...["stato", "importo", "importoPagato", "causale", "dataValidita", "dataScadenza", "debitore", "voci", "idTipoPendenza"],
  ...["idUnitaOperativa", "documento", "datiAllegati", "proprieta", "annoRiferimento", "cartellaPagamento", "nome", "allegati"],
] as const;
const CONCLUSI: readonly unknown[] = ["ESEGUITO", "ESEGUITO_CON_ERRORI", "SCARTATO", "INTERROTTO"];

const isUguale = (a: Campi, b: Campi, nomi: readonly string[]): boolean =>
  nomi.every((nome) => JSON.stringify(a[nome] ?? null) === JSON.stringify(b[nome] ?? null));
const ifNew = (tipo: TipoAnnuncio) => (prima: Campi | undefined) => (prima ? undefined : tipo);

const LETTURE: Readonly<Record<string, readonly Lettura[]>> = {
  POS: [
    {
      sk: /^PENDENZA$/,
      tipoDi: (prima, dopo) => {
        if (!prima) return "pendenza.creata";
        if (dopo["pagataAltrove"] !== undefined && prima["pagataAltrove"] === undefined) return "pendenza.pagataAltrove";
        if (dopo["stato"] === "ANNULLATA" && prima["stato"] !== "ANNULLATA") return "pendenza.annullata";
        return isUguale(prima, dopo, VISTI) ? undefined : "pendenza.modificata";
      },
      dati: [...IDENTITA, "idTipoPendenza", "idUnitaOperativa", "stato", "dataScadenza", "dataValidita", "prova"],
    },
    { sk: /^RPT#/, tipoDi: ifNew("tentativo.avviato"), dati: [...IDENTITA, "ccp", "idPagamento", "dataRichiesta", "prova"] },
    {
      ...{ sk: /^RICEVUTA#/, tipoDi: ifNew("ricevuta.acquisita") },
      dati: [...IDENTITA, "idRicevuta", "idDominioTitolare", "idPsp", "esito", "dataPagamento", "prova"],
    },
    {
      sk: /^RISCOSSIONE#/,
      tipoDi: (prima, dopo) => {
        if (!prima) return "riscossione.registrata";
        return dopo["stato"] === "INCASSATA" && prima["stato"] !== "INCASSATA" ? "riscossione.riconciliata" : undefined;
      },
      dati: [
        "idA2A",
        "idPendenza",
        "idVocePendenza",
        "iuv",
        "iur",
        "indice",
        "idDominioTitolare",
        "data",
        "stato",
        "idRiconciliazione",
        "prova",
      ],
    },
    {
      ...{ sk: /^RENDICONTAZIONE#/, tipoDi: ifNew("riscossione.rendicontata") },
      dati: ["iuv", "iur", "indice", "idFlusso", "idPsp", "revisione", "data", "esito", "stato"],
    },
  ],
  ANM: [
    {
      ...{ sk: /^ANOMALIA#/, oggetto: "id", dati: ["id", "codice", "coda"] },
      tipoDi: (prima, dopo) => (dopo["stato"] === "APERTA" && prima?.["stato"] !== "APERTA" ? "anomalia.aperta" : undefined),
    },
  ],
  TRC: [
    {
      ...{ sk: /^TRACCIATO$/, oggetto: "id", dati: ["id", "idA2A", "stato", "righeLette", "eseguite", "fallite"] },
      tipoDi: (prima, dopo) =>
        CONCLUSI.includes(dopo["stato"]) && !CONCLUSI.includes(prima?.["stato"]) ? "tracciato.elaborato" : undefined,
    },
  ],
};

const testoDi = (valore: unknown): string | undefined => (typeof valore === "string" ? valore : undefined);
const isSemplice = (valore: unknown): valore is string | number | boolean => ["string", "number", "boolean"].includes(typeof valore);

// The two packages describe the same attribute values with types of their own.
const readImmagine = (immagine: object | undefined): Campi | undefined =>
  immagine && unmarshall(immagine as Record<string, AttributeValue>);

/** An anomaly names its debt type and unit inside its facts. */
const ambitoDi = (campi: Campi): AmbitoAnnuncio => {
  const fatti: Campi = typeof campi["fatti"] === "object" && campi["fatti"] !== null ? { ...campi["fatti"] } : {};
  const { importo } = campi;
  // Units are those of the creditor of the debt: another beneficiary has none of its own there.
  const altrui = campi["idDominioTitolare"] !== undefined && campi["idDominioTitolare"] !== campi["idDominio"];
  return definiti({
    idA2A: testoDi(campi["idA2A"]),
    idTipoPendenza: testoDi(campi["idTipoPendenza"] ?? fatti["idTipoPendenza"]),
    idUnitaOperativa: altrui ? undefined : testoDi(campi["idUnitaOperativa"] ?? fatti["idUnitaOperativa"]),
    importo: typeof importo === "number" ? importo : undefined,
  });
};

/** The same for the same version of the same thing, however many times the stream tells it. */
const idDi = (pk: string, sk: string, versione: unknown, tipo: string): string =>
  createHash("sha256")
    .update(JSON.stringify([pk, sk, versione, tipo]))
    .digest("base64url")
    .slice(0, 24);

const toAnnuncio = ({ dynamodb }: DynamoDBRecord): Annuncio[] => {
  const [pk, sk] = [dynamodb?.Keys?.["pk"]?.S ?? "", dynamodb?.Keys?.["sk"]?.S ?? ""];
  const lettura = LETTURE[pk.split("#", 1)[0] ?? ""]?.find((una) => una.sk.test(sk));
  if (!lettura) return [];
  const [prima, dopo] = [readImmagine(dynamodb?.OldImage), readImmagine(dynamodb?.NewImage)];
  const tipo = dopo && lettura.tipoDi(prima, dopo);
  const idDominio = testoDi(dopo?.["idDominio"]);
  if (!dopo || tipo === undefined || idDominio === undefined) return [];
  return [
    {
      ...{ id: idDi(pk, sk, dopo["versione"], tipo), tipo, idDominio },
      data: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
      oggetto: testoDi(dopo[lettura.oggetto ?? "iuv"]) ?? sk,
      ambito: ambitoDi(dopo),
      dati: Object.fromEntries(lettura.dati.flatMap((nome) => (isSemplice(dopo[nome]) ? [[nome, dopo[nome]]] : []))),
    },
  ];
};

/** In the order of the stream. */
export const readAnnunci = ({ Records }: DynamoDBStreamEvent): readonly Annuncio[] => Records.flatMap(toAnnuncio);

const isDaCompletare = ({ tipo, ambito }: Annuncio): boolean =>
  (tipo === "ricevuta.acquisita" || tipo === "riscossione.rendicontata") && ambito.idTipoPendenza === undefined;

const chiaveDi = ({ idDominio, oggetto, dati }: Annuncio): string => `POS#${testoDi(dati["idDominioTitolare"]) ?? idDominio}#${oggetto}`;

/** Receipts and rows of flows do not say of which debt type they are: their debts do (a request each 100). */
export const completeAnnunci =
  (deposito: Pick<Deposito, "getMany">) =>
  async (annunci: readonly Annuncio[]): Promise<readonly Annuncio[]> => {
    const pk = [...new Set(annunci.filter(isDaCompletare).map(chiaveDi))];
    if (pk.length === 0) return annunci;
    const pendenze = await deposito.getMany(
      "archivio",
      pk.map((uno) => ({ pk: uno, sk: "PENDENZA" })),
    );
    const note = new Map(pendenze.map((pendenza) => [pendenza.pk, pendenza]));
    return annunci.map((annuncio) => {
      const pendenza = isDaCompletare(annuncio) ? note.get(chiaveDi(annuncio)) : undefined;
      if (!pendenza) return annuncio;
      const { importo: _importo, ...ambito } = ambitoDi({
        ...pendenza,
        idDominioTitolare: pendenza["idDominio"],
        idDominio: annuncio.idDominio,
      });
      const dati = definiti({ idA2A: testoDi(pendenza["idA2A"]), idPendenza: testoDi(pendenza["idPendenza"]) });
      return { ...annuncio, ambito: { ...annuncio.ambito, ...ambito }, dati: { ...dati, ...annuncio.dati } };
    });
  };
