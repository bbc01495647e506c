/**
 * Evidence of the money recognised in the stream of the archive by its keys: a flow, a payment, a movement, a decision. The records of a batch that
 * speak of one creditor become a message together, so that a flow of 100,000 rows or a day of payments costs few.
 */
import type { DynamoDBRecord } from "aws-lambda";
import type { MessaggioRiscontri } from "../contracts/messaggi.ts";
import { isRiconciliatoDaChiamante } from "../domain/riconciliazioni/nomi.ts";

const CHIAVI_PER_MESSAGGIO = 50;

type Immagine = NonNullable<DynamoDBRecord["dynamodb"]>["NewImage"];
type Tipo = "flussi" | "iuv" | "iur" | "movimenti" | "esami";

export interface EvidenzeRaccolte {
  /** Place in the batch of the first record. */
  readonly posto: number;
  readonly messaggio: MessaggioRiscontri;
}

interface Evidenza {
  readonly idDominio: string;
  readonly tipo: Tipo;
  readonly chiave: string;
}

/** What of a flow the matching looks at: its progress, and the reconciliation that came of it, are not evidence; one asked by a caller is. */
const CAMPI_FLUSSO = ["stato", "obsoleto", "importoTotale", "trn", "dataRegolamento"] as const;
const testoDi = (immagine: Immagine, campo: string): string => JSON.stringify(immagine?.[campo] ?? null);

const isDelChiamante = (immagine: Immagine): boolean => {
  const idRiconciliazione = immagine?.["idRiconciliazione"]?.S;
  return idRiconciliazione !== undefined && isRiconciliatoDaChiamante({ idRiconciliazione });
};

const isFlussoCambiato = ({ dynamodb }: DynamoDBRecord): boolean =>
  dynamodb?.NewImage?.["stato"]?.S !== "IN_ACQUISIZIONE" &&
  (isDelChiamante(dynamodb?.NewImage) !== isDelChiamante(dynamodb?.OldImage) ||
    CAMPI_FLUSSO.some((campo) => testoDi(dynamodb?.NewImage, campo) !== testoDi(dynamodb?.OldImage, campo)));

/** What the matching looks at in a movement: the files that told it are not evidence. */
const CAMPI_MOVIMENTO = [
  ...["stato", "segno", "importo", "importoStornato", "dataContabile", "dataValuta", "sct", "ordinante", "chiavi"],
  ...["causale"],
] as const;

const isMovimentoCambiato = ({ dynamodb }: DynamoDBRecord): boolean =>
  CAMPI_MOVIMENTO.some((campo) => testoDi(dynamodb?.NewImage, campo) !== testoDi(dynamodb?.OldImage, campo));

const toEvidenze = (record: DynamoDBRecord): readonly Evidenza[] => {
  const [pk, sk] = [record.dynamodb?.Keys?.["pk"]?.S ?? "", record.dynamodb?.Keys?.["sk"]?.S ?? ""];
  const [genere, idDominio, ...resto] = pk.split("#");
  const chiave = resto.join("#");
  if (idDominio === undefined || chiave === "") return [];
  if (genere === "FLU") return isFlussoCambiato(record) ? [{ idDominio, tipo: "flussi", chiave }] : [];
  if (genere === "MOV") return sk === "MOVIMENTO" && isMovimentoCambiato(record) ? [{ idDominio, tipo: "movimenti", chiave }] : [];
  if (genere === "ABM" && sk.startsWith("REGOLA#")) return [{ idDominio, tipo: "movimenti", chiave }];
  const [elemento, iur = ""] = sk.split("#");
  // A row that was wrong, and may no longer be.
  if (genere === "POS" && elemento === "RENDICONTAZIONE")
    return record.eventName === "MODIFY" ? [{ idDominio, tipo: "esami", chiave }] : [];
  // Money that does not fit: a code paid twice is somebody's work.
  if (genere === "POS" && elemento === "FASCICOLO") return record.eventName === "INSERT" ? [{ idDominio, tipo: "esami", chiave }] : [];
  if (genere !== "POS" || elemento !== "RISCOSSIONE" || record.eventName !== "INSERT") return [];
  // Money that does not exist will be in no flow and on no account.
  if (record.dynamodb?.NewImage?.["prova"]?.BOOL === true) return [];
  return [{ idDominio, tipo: "iuv", chiave }, ...(iur === "" ? [] : [{ idDominio, tipo: "iur", chiave: iur } as const])];
};

interface Raccolta {
  readonly posto: number;
  readonly idDominio: string;
  readonly chiavi: Readonly<Record<Tipo, Set<string>>>;
}

const createRaccolta = (posto: number, idDominio: string): Raccolta => ({
  posto,
  idDominio,
  chiavi: { flussi: new Set(), iuv: new Set(), iur: new Set(), movimenti: new Set(), esami: new Set() },
});

export function gatherEvidenze(records: readonly DynamoDBRecord[]): readonly EvidenzeRaccolte[] {
  const raccolte: Raccolta[] = [];
  for (const [posto, record] of records.entries())
    for (const { idDominio, tipo, chiave } of toEvidenze(record)) {
      const sue = raccolte.filter((altra) => altra.idDominio === idDominio);
      if (sue.some(({ chiavi }) => chiavi[tipo].has(chiave))) continue;
      const aperta = sue.find(({ chiavi }) => chiavi[tipo].size < CHIAVI_PER_MESSAGGIO) ?? createRaccolta(posto, idDominio);
      if (aperta.chiavi[tipo].size === 0 && !raccolte.includes(aperta)) raccolte.push(aperta);
      aperta.chiavi[tipo].add(chiave);
    }
  return raccolte.map(({ posto, idDominio, chiavi: { flussi, iuv, iur, movimenti, esami } }) => ({
    posto,
    messaggio: {
      idDominio,
      flussi: [...flussi],
      iuv: [...iuv],
      iur: [...iur],
      movimenti: [...movimenti],
      ...(esami.size > 0 && { esami: [...esami] }),
    },
  }));
}
