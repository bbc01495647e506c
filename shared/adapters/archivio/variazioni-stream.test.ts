/** Of the records of the stream, what a reader of the accounts is told. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildRiconciliazione, buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import type { Riscossione } from "../../domain/ricevute/ricevuta.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { toElemento } from "./mappa.ts";
import { mappaRiscossione } from "./mappe-posizione.ts";
import { mappaRiconciliazione } from "./mappe-rendicontazione.ts";
import { readVariazioni } from "./variazioni-stream.ts";

const record = (prima: Elemento | undefined, dopo: Elemento | undefined): DynamoDBRecord => {
  const { pk, sk } = dopo ?? prima ?? { pk: "", sk: "" };
  const immagine = (e: Elemento | undefined) => e && marshall(e, { removeUndefinedValues: true });
  // The two packages describe the same attribute values with types of their own.
  const dynamodb: object = { Keys: marshall({ pk, sk }), OldImage: immagine(prima), NewImage: immagine(dopo) };
  return { eventID: "1", dynamodb };
};
const flusso = (altro: object = {}): Elemento => ({
  ...{ pk: `FLU#${COMUNE}#F1`, sk: "f1#PSP#1", versione: 3, idDominio: COMUNE, idFlusso: "f1", idPsp: "PSP", revisione: 1 },
  ...{ stato: "ACQUISITO", obsoleto: false, segnalazioni: [], pagineAcquisite: 1, ...altro },
});
const riscossione = (altro: Partial<Riscossione> = {}): Elemento => toElemento(mappaRiscossione, buildRiscossione(1, altro), 1);
const riconciliazione = (altro = {}): Elemento => toElemento(mappaRiconciliazione, buildRiconciliazione(altro), 2);
const movimento = { pk: `MOV#${COMUNE}#m1`, sk: "MOVIMENTO", versione: 1, idDominio: COMUNE, id: "m1", stato: "ESEGUITO" };
const chiaveFlusso = { idFlusso: "f1", idPsp: "PSP", revisione: 1 };

it.each<[string, Elemento | undefined, Elemento | undefined, object[]]>([
  ["a flow while it is being acquired", undefined, flusso({ stato: "IN_ACQUISIZIONE" }), []],
  [
    "a flow acquired",
    flusso({ stato: "IN_ACQUISIZIONE" }),
    flusso(),
    [{ tipo: "FLUSSO", azione: "CREATA", stato: "ACQUISITO", chiave: chiaveFlusso }],
  ],
  ["a flow replaced", flusso(), flusso({ obsoleto: true }), [{ tipo: "FLUSSO", azione: "MODIFICATA", versione: 3 }]],
  ["a flow in what nobody sees", flusso(), flusso({ pagineAcquisite: 2 }), []],
  [
    "an amount collected",
    undefined,
    riscossione(),
    [{ tipo: "RISCOSSIONE", azione: "CREATA", stato: "RISCOSSA", ambito: { idTipoPendenza: "TARI" } }],
  ],
  [
    "the unit of the debt",
    undefined,
    riscossione({ idUnitaOperativa: "U" }),
    [{ ambito: { idTipoPendenza: "TARI", idUnitaOperativa: "U" } }],
  ],
  [
    "not that of another creditor",
    undefined,
    riscossione({ idUnitaOperativa: "U", idDominioTitolare: UNIONE }),
    [{ ambito: { idTipoPendenza: "TARI" } }],
  ],
  [
    "an amount found in the treasury",
    riscossione(),
    riscossione({ stato: "INCASSATA", idRiconciliazione: "r" }),
    [{ azione: "MODIFICATA", stato: "INCASSATA" }],
  ],
  [
    "a reconciliation registered",
    undefined,
    riconciliazione(),
    [{ tipo: "RICONCILIAZIONE", azione: "CREATA", chiave: { id: "movimento-1" } }],
  ],
  ["a reconciliation on its way", riconciliazione(), riconciliazione({ righeElaborate: 100 }), []],
  ["a reconciliation done", riconciliazione(), riconciliazione({ stato: "ACQUISITA" }), [{ azione: "MODIFICATA", stato: "ACQUISITA" }]],
  ["a line of the treasurer", undefined, movimento, [{ tipo: "MOVIMENTO", chiave: { id: "m1" }, stato: "ESEGUITO" }]],
  [
    "what is known of a line",
    undefined,
    { ...movimento, pk: `ABM#${COMUNE}#m1`, sk: "ABBINAMENTO", idMovimento: "m1", stato: "ABBINATO" },
    [{ tipo: "RISCONTRO", chiave: { idMovimento: "m1" } }],
  ],
  [
    "what is known of a line, gone",
    { ...movimento, pk: `ABM#${COMUNE}#m1`, sk: "ABBINAMENTO", idMovimento: "m1" },
    undefined,
    [{ azione: "ELIMINATA" }],
  ],
  ["a proposal", undefined, { ...movimento, pk: `ABM#${COMUNE}#m1`, sk: "PROPOSTA#1" }, []],
  ["a debt", undefined, { ...movimento, pk: `POS#${COMUNE}#1`, sk: "PENDENZA" }, []],
])("%s", (_nome, prima, dopo, attese) => {
  expect(readVariazioni({ Records: [record(prima, dopo)] })).toEqual(
    attese.map((attesa) => expect.objectContaining({ idDominio: COMUNE, ...attesa })),
  );
});
