/** Which records of the stream are evidence, and how few messages they make. */
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { MessaggioRiscontri } from "../contracts/messaggi.ts";
import { gatherEvidenze } from "./evidenze-stream.ts";

type Immagine = Readonly<Record<string, unknown>>;
const immagine = (campi: Immagine | undefined) =>
  campi &&
  Object.fromEntries(
    Object.entries(campi).map(([nome, valore]) => [nome, typeof valore === "string" ? { S: valore } : { N: String(valore) }]),
  );
const record = (pk: string, sk: string, dopo?: Immagine, prima?: Immagine): DynamoDBRecord =>
  JSON.parse(
    JSON.stringify({
      eventName: prima ? (dopo ? "MODIFY" : "REMOVE") : "INSERT",
      dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, NewImage: immagine(dopo), OldImage: immagine(prima) },
    }),
  );
const FLUSSO = ["FLU#01234567897#2026-11-24ABI-1", "2026-11-24ABI-1#ABI#1"] as const;

describe("prove nello stream", () => {
  it.each<[string, DynamoDBRecord, string[]]>([
    ["un flusso che si sta ancora scaricando", record(...FLUSSO, { stato: "IN_ACQUISIZIONE" }), []],
    ["un flusso acquisito", record(...FLUSSO, { stato: "ACQUISITO" }, { stato: "IN_ACQUISIZIONE" }), ["2026-11-24ABI-1"]],
    ["un flusso superato", record(...FLUSSO, { stato: "ACQUISITO", obsoleto: "x" }, { stato: "ACQUISITO" }), ["2026-11-24ABI-1"]],
    ["un flusso riconciliato da sé", record(...FLUSSO, { stato: "ACQUISITO", idRiconciliazione: "TES-r" }, { stato: "ACQUISITO" }), []],
    [
      "un flusso riconciliato dal gestionale",
      record(...FLUSSO, { stato: "ACQUISITO", idRiconciliazione: "r" }, { stato: "ACQUISITO" }),
      ["2026-11-24ABI-1"],
    ],
    ["un movimento nuovo", record("MOV#01234567897#m-1", "MOVIMENTO", { stato: "ESEGUITO" }), ["m-1"]],
    ["un movimento stornato", record("MOV#01234567897#m-1", "MOVIMENTO", { stato: "STORNATO" }, { stato: "ESEGUITO" }), ["m-1"]],
    ["un movimento raccontato da un altro file", record("MOV#01234567897#m-1", "MOVIMENTO", { origini: "2" }, { origini: "1" }), []],
    ["una decisione", record("ABM#01234567897#m-1", "REGOLA#m-1_r", { id: "r" }), ["m-1"]],
    ["un abbinamento ricalcolato", record("ABM#01234567897#m-1", "ABBINAMENTO", { stato: "ABBINATO" }), []],
    ["una riscossione nuova", record("POS#01234567897#0100", "RISCOSSIONE#iur-1#1", { stato: "RISCOSSA" }), ["0100", "iur-1"]],
    ["una riscossione incassata", record("POS#01234567897#0100", "RISCOSSIONE#i#1", { stato: "INCASSATA" }, { stato: "RISCOSSA" }), []],
    ["una riga in ordine", record("POS#01234567897#0100", "RENDICONTAZIONE#f", { stato: "OK" }), []],
    ["una riga non più anomala", record("POS#01234567897#0100", "RENDICONTAZIONE#f", { stato: "OK" }, { stato: "ANOMALA" }), ["0100"]],
    ["un fascicolo aperto", record("POS#01234567897#0100", "FASCICOLO#0100.R.iur-2", { stato: "APERTO" }), ["0100"]],
    ["un fascicolo deciso", record("POS#01234567897#0100", "FASCICOLO#0100.R.i", { stato: "ACCETTATO" }, { stato: "APERTO" }), []],
    ["una pendenza", record("POS#01234567897#0100", "PENDENZA", { stato: "ESEGUITA" }), []],
    ["un messaggio in uscita", record("OUT#1", "MESSAGGIO", { coda: "flussi" }), []],
  ])("%s", (_caso, uno, attese) => {
    expect(
      gatherEvidenze([uno]).flatMap(({ messaggio: m }) => [...m.flussi, ...m.movimenti, ...m.iuv, ...m.iur, ...(m.esami ?? [])]),
    ).toEqual(attese);
  });

  it("un lotto di pagamenti di un ente è un messaggio ogni cinquanta, ciascuno conforme, al posto del suo primo record", () => {
    const records = Array.from({ length: 120 }, (_, n) =>
      record(`POS#${n % 2 === 0 ? "01234567897" : "98765432109"}#${n}`, `RISCOSSIONE#i${n}#1`, {}),
    );
    const raccolte = gatherEvidenze([...records, ...records]);
    expect(raccolte.map(({ posto, messaggio }) => [posto, messaggio.iuv.length])).toEqual([
      [0, 50],
      [1, 50],
      [100, 10],
      [101, 10],
    ]);
    for (const { messaggio } of raccolte) expect(MessaggioRiscontri.safeParse(messaggio).success).toBe(true);
  });
});
