/** What is of prova, once stored: told as such, counted by nobody, and not among the debts of a citizen. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildChiamante, buildPendenza, buildRicevuta } from "../../../tests/sostegno/esempi.ts";
import { buildRiscossione } from "../../../tests/sostegno/flussi.ts";
import { createMemoria } from "../../../tests/sostegno/memoria.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { gatherEvidenze } from "../../runtime/evidenze-stream.ts";
import { findEntratePreviste } from "../../usecases/rendicontazioni/entrate-previste.ts";
import { readAnnunci } from "./annunci-stream.ts";
import { contributoOf } from "./contributi-elemento.ts";
import { toElemento } from "./mappa.ts";
import { mappaPendenza, mappaRicevuta, mappaRiscossione } from "./mappe-posizione.ts";
import { ArchivioPosizioni } from "./posizioni.ts";

type Prova = { readonly prova?: true };
const PROVA: Prova = { prova: true };
const elementi = (prova: Prova): readonly Elemento[] => [
  toElemento(mappaPendenza, buildPendenza(prova), 1),
  toElemento(mappaRiscossione, buildRiscossione(1, prova), 1),
  toElemento(mappaRicevuta, buildRicevuta(prova), 1),
];
const record = (dopo: Elemento): DynamoDBRecord => {
  const dynamodb: object = {
    Keys: marshall({ pk: dopo.pk, sk: dopo.sk }),
    NewImage: marshall(dopo, { removeUndefinedValues: true }),
  };
  return { eventID: "1", eventName: "INSERT", dynamodb };
};

describe("what is of prova", () => {
  it("is counted by no report, and is no evidence of money", () => {
    expect(elementi({}).map((e) => contributoOf(e) !== undefined)).toEqual([true, true, true]);
    expect(elementi(PROVA).map(contributoOf)).toEqual([undefined, undefined, undefined]);
    expect(gatherEvidenze(elementi({}).map(record))).toHaveLength(1);
    expect(gatherEvidenze(elementi(PROVA).map(record))).toEqual([]);
  });

  it("is told to the subscribers, who read what it is", () => {
    const dati = (prova: Prova) => readAnnunci({ Records: elementi(prova).map(record) }).map((annuncio) => annuncio.dati["prova"]);
    expect(dati(PROVA)).toEqual([true, true, true]);
    expect(dati({})).toEqual([undefined, undefined, undefined]);
  });

  it("is in the lists of its creditor, and out of a list that does not want it and of the expected incomes", async () => {
    const memoria = await createMemoria();
    await memoria.store(
      { azione: "crea", entita: "pendenza", valore: buildPendenza(PROVA) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(1, PROVA) },
      { azione: "crea", entita: "riscossione", valore: buildRiscossione(2) },
    );
    const posizioni = new ArchivioPosizioni(memoria.deposito);
    const pagina = { limite: 10, salta: 0, totale: true } as const;
    const tutte = { domini: "*", tipiPendenza: "*", mostraSpontaneiNonPagati: false } as const;
    const filtri = { ...tutte, idDominio: COMUNE, oggi: "2026-11-25", ordine: "asc" } as const;
    expect((await posizioni.findPendenze(filtri, pagina)).elementi).toHaveLength(1);
    expect(await posizioni.findPendenze({ ...filtri, senzaProva: true }, pagina)).toMatchObject({ elementi: [], totale: 0 });
    const entrate = await findEntratePreviste({ posizioni, rendicontazioni: memoria.rendicontazioni })(
      { idDominio: COMUNE },
      pagina,
      buildChiamante(),
    );
    expect(entrate.elementi).toHaveLength(1);
  });
});
