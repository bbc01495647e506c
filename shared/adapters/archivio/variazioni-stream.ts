/** From the stream of the archive to what changed in the accounts: of each record, only what a reader of the accounts can tell. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import { definiti } from "../../domain/definiti.ts";
import type { TipoVariazione, VariazioneContabile } from "../../domain/variazioni/variazione-contabile.ts";

type Campi = Readonly<Record<string, unknown>>;

interface Lettura {
  readonly tipo: TipoVariazione;
  /** Sort keys of its items. */
  readonly sk: RegExp;
  readonly chiave: readonly string[];
  readonly stato?: string;
  /** What a reader sees of it: a change of anything else is nobody's business. Absent = any. */
  readonly visti?: readonly string[];
  /** Not there yet, for a reader. */
  readonly isNascosto?: (campi: Campi) => boolean;
}

/** By what comes before the first # of the partition key. */
const LETTURE: Readonly<Record<string, Lettura>> = {
  FLU: {
    ...{ tipo: "FLUSSO", sk: /./, chiave: ["idFlusso", "idPsp", "revisione"], stato: "stato" },
    visti: ["stato", "obsoleto", "idRiconciliazione", "segnalazioni"],
    // Nobody sees a flow before its acquisition ends.
    isNascosto: ({ stato }) => stato === "IN_ACQUISIZIONE",
  },
  POS: {
    ...{ tipo: "RISCOSSIONE", sk: /^RISCOSSIONE#/, chiave: ["iuv", "iur", "indice"], stato: "stato" },
    visti: ["stato", "idRiconciliazione", "importo", "tipo", "idPendenza"],
  },
  RCN: {
    ...{ tipo: "RICONCILIAZIONE", sk: /^RICONCILIAZIONE$/, chiave: ["id"], stato: "stato" },
    // Its progress changes it at every stage.
    visti: ["stato", "descrizioneStato", "movimenti"],
  },
  MOV: { tipo: "MOVIMENTO", sk: /^MOVIMENTO$/, chiave: ["id"], stato: "stato" },
  ABM: { tipo: "RISCONTRO", sk: /^ABBINAMENTO$/, chiave: ["idMovimento"], stato: "stato" },
  RFL: { tipo: "RISCONTRO", sk: /^RISCONTRO$/, chiave: ["idFlusso", "idPsp"], stato: "stato" },
};

const schemaComune = z.looseObject({ pk: z.string(), sk: z.string(), idDominio: z.string(), versione: z.int() });
const schemaChiave = z.union([z.string(), z.int()]);
const schemaAmbito = z.object({
  idDominio: z.string(),
  idDominioTitolare: z.string(),
  idTipoPendenza: z.exactOptional(z.string()),
  idUnitaOperativa: z.exactOptional(z.string()),
});

/** Units are those of the creditor of the debt: another beneficiary has none of its own there. */
const ambitoDi = (campi: Campi): NonNullable<VariazioneContabile["ambito"]> => {
  const { idDominio, idDominioTitolare, idTipoPendenza, idUnitaOperativa } = schemaAmbito.parse(campi);
  return definiti({ idTipoPendenza, idUnitaOperativa: idDominio === idDominioTitolare ? idUnitaOperativa : undefined });
};

const isUguale = (a: Campi, b: Campi, nomi: readonly string[]): boolean =>
  nomi.every((nome) => JSON.stringify(a[nome] ?? null) === JSON.stringify(b[nome] ?? null));

// The two packages describe the same attribute values with types of their own.
const readImmagine = (immagine: object | undefined): Campi | undefined =>
  immagine && unmarshall(immagine as Record<string, AttributeValue>);

const toVariazione = ({ dynamodb }: DynamoDBRecord): VariazioneContabile[] => {
  const pk = dynamodb?.Keys?.["pk"]?.S ?? "";
  const lettura = LETTURE[pk.split("#", 1)[0] ?? ""];
  if (!lettura?.sk.test(dynamodb?.Keys?.["sk"]?.S ?? "")) return [];
  const immagini = [readImmagine(dynamodb?.OldImage), readImmagine(dynamodb?.NewImage)];
  const [prima, dopo] = immagini.map((campi) => (campi && lettura.isNascosto?.(campi) ? undefined : campi));
  const campi = dopo ?? prima;
  if (!campi || (prima && dopo && lettura.visti && isUguale(prima, dopo, lettura.visti))) return [];
  const { idDominio, versione } = schemaComune.parse(campi);
  const stato = lettura.stato === undefined ? undefined : campi[lettura.stato];
  return [
    {
      tipo: lettura.tipo,
      azione: dopo ? (prima ? "MODIFICATA" : "CREATA") : "ELIMINATA",
      ...{ idDominio, versione },
      ...(typeof stato === "string" && { stato }),
      chiave: Object.fromEntries(lettura.chiave.map((nome) => [nome, schemaChiave.parse(campi[nome])])),
      ...(lettura.tipo === "RISCOSSIONE" && { ambito: ambitoDi(campi) }),
    },
  ];
};

/** In the order of the stream. */
export const readVariazioni = ({ Records }: DynamoDBStreamEvent): readonly VariazioneContabile[] => Records.flatMap(toVariazione);
