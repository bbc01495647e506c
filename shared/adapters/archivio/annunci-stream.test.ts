/** Of the records of the stream, what is told outside. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { DepositoInMemoria } from "../memory/deposito.ts";
import { completeAnnunci, readAnnunci } from "./annunci-stream.ts";
import { toElemento } from "./mappa.ts";
import { mappaPendenza, mappaRicevuta, mappaRiscossione } from "./mappe-posizione.ts";

const record = (prima: Elemento | undefined, dopo: Elemento | undefined): DynamoDBRecord => {
  const { pk, sk } = dopo ?? prima ?? { pk: "", sk: "" };
  const immagine = (e: Elemento | undefined) => e && marshall(e, { removeUndefinedValues: true });
  // The two packages describe the same attribute values with types of their own.
  const dynamodb: object = { Keys: marshall({ pk, sk }), OldImage: immagine(prima), NewImage: immagine(dopo) };
  return { eventID: "1", dynamodb };
};
const pendenza = (altro: Partial<Pendenza> = {}, versione = 1): Elemento => toElemento(mappaPendenza, buildPendenza(altro), versione);
const riscossione = (altro = {}): Elemento => toElemento(mappaRiscossione, buildRiscossione(1, altro), 1);
const anomalia = (stato: string): Elemento => ({
  ...{ pk: `ANM#${COMUNE}#s`, sk: "ANOMALIA#C", versione: 1, idDominio: COMUNE, id: "C.s", codice: "C", coda: "q", stato },
  fatti: { idTipoPendenza: "TARI", importo: 5 },
});
const tracciato = (stato: string, idDominio?: string): Elemento => ({
  pk: "TRC#1",
  sk: "TRACCIATO",
  versione: 2,
  id: "1",
  stato,
  ...(idDominio && { idDominio }),
});
const read = (prima: Elemento | undefined, dopo: Elemento | undefined) => readAnnunci({ Records: [record(prima, dopo)] });

const ALTROVE = { data: "2026-11-20", importo: 10_050n, riferimento: "Quietanza 12", autore: "gest-tributi" };

describe("a record", () => {
  it.each<[string, Elemento | undefined, Elemento | undefined, string | undefined]>([
    ["of a debt loaded", undefined, pendenza(), "pendenza.creata"],
    ["of its amount", pendenza(), pendenza({ importo: 1n }), "pendenza.modificata"],
    [
      "of its debtor",
      pendenza(),
      pendenza({ debitore: { tipo: "F", identificativo: "RSSMRA85T10A562S", anagrafica: "Altri" } }),
      "pendenza.modificata",
    ],
    ["of what only we look at", pendenza(), pendenza({ ack: true, dataUltimoAggiornamento: "2026-11-27T00:00:00.000Z" }), undefined],
    ["of its annulment", pendenza(), pendenza({ stato: "ANNULLATA" }), "pendenza.annullata"],
    ["of its payment elsewhere", pendenza(), pendenza({ stato: "ANNULLATA", pagataAltrove: ALTROVE }), "pendenza.pagataAltrove"],
    ["of its return", pendenza({ stato: "ANNULLATA" }), pendenza(), "pendenza.modificata"],
    ["of an attempt", undefined, { ...pendenza(), sk: "RPT#c", ccp: "c" }, "tentativo.avviato"],
    ["of an attempt that changes", { ...pendenza(), sk: "RPT#c" }, { ...pendenza(), sk: "RPT#c" }, undefined],
    ["of a receipt", undefined, toElemento(mappaRicevuta, buildRicevuta(), 1), "ricevuta.acquisita"],
    ["of an amount collected", undefined, riscossione(), "riscossione.registrata"],
    ["of an amount found", riscossione(), riscossione({ stato: "INCASSATA" }), "riscossione.riconciliata"],
    ["of a row of a flow", undefined, { ...riscossione(), sk: "RENDICONTAZIONE#f" }, "riscossione.rendicontata"],
    ["of an anomaly", undefined, anomalia("APERTA"), "anomalia.aperta"],
    ["of an anomaly closed", anomalia("APERTA"), anomalia("CHIUSA"), undefined],
    ["of a batch done", tracciato("IN_ELABORAZIONE", COMUNE), tracciato("ESEGUITO", COMUNE), "tracciato.elaborato"],
    ["of a batch of several creditors", tracciato("IN_ELABORAZIONE"), tracciato("ESEGUITO"), undefined],
    ["of something else", undefined, { ...pendenza(), sk: "STORIA#1" }, undefined],
    ["of something gone", pendenza(), undefined, undefined],
  ])("%s", (_caso, prima, dopo, tipo) => {
    expect(read(prima, dopo).map((annuncio) => annuncio.tipo)).toEqual(tipo === undefined ? [] : [tipo]);
  });

  it("tells nobody's name, and has the same id however many times it is told", () => {
    const [annuncio] = read(undefined, pendenza());
    const { debitore, causale } = buildPendenza();
    for (const nascosto of [debitore.identificativo, debitore.anagrafica, causale])
      expect(JSON.stringify(annuncio)).not.toContain(nascosto);
    expect(read(undefined, pendenza())[0]?.id).toBe(annuncio?.id);
    expect(read(undefined, pendenza({}, 2))[0]?.id).not.toBe(annuncio?.id);
  });
});

it("takes debt type and application of a receipt from its debt, units only of its own creditor, with one request", async () => {
  const richieste: string[] = [];
  const deposito = new DepositoInMemoria(({ operazione }) => richieste.push(operazione));
  const { idDominio, iuv } = buildPendenza();
  await deposito.putMany("archivio", [pendenza({ idUnitaOperativa: "U" })]);
  richieste.length = 0;
  const sua = toElemento(mappaRicevuta, buildRicevuta({ idDominio, iuv, idDominioTitolare: idDominio }), 1);
  const secondaria = toElemento(mappaRicevuta, buildRicevuta({ idDominio: UNIONE, iuv, idDominioTitolare: idDominio }), 1);
  const ignota = toElemento(mappaRicevuta, buildRicevuta({ idDominio, iuv: "01999999999999999", idDominioTitolare: idDominio }), 1);
  const annunci = readAnnunci({ Records: [sua, secondaria, ignota].map((elemento) => record(undefined, elemento)) });
  const { idA2A, idTipoPendenza } = buildPendenza();
  expect((await completeAnnunci(deposito)(annunci)).map(({ ambito }) => ambito)).toMatchObject([
    { idA2A, idTipoPendenza, idUnitaOperativa: "U" },
    { idTipoPendenza, importo: Number(buildRicevuta().importo) },
    { importo: Number(buildRicevuta().importo) },
  ]);
  expect(richieste).toEqual(["getMany"]);
});
