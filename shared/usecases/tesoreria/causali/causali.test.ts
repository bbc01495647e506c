/** From the movements that nobody can read to the decision of a person, and back to be read when others come. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante } from "../../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../../tests/sostegno/memoria.ts";
import { readCambiamenti } from "../../../adapters/archivio/cambiamenti-stream.ts";
import { ArchivioContatori } from "../../../adapters/archivio/contatori.ts";
import { definiti } from "../../../domain/definiti.ts";
import type { RigaLetta } from "../../../domain/tesoreria/movimento.ts";
import { createMovimento } from "../../../domain/tesoreria/movimento-registrato.ts";
import { analyzeSospeso } from "../analisi/analyze-sospeso.ts";
import { decideCausale } from "./decide-causale.ts";
import { findCausali, type RichiestaCausali } from "./find-causali.ts";

let memoria: Memoria;
let contatori: ArchivioContatori;
beforeEach(async () => {
  memoria = await createMemoria();
  contatori = new ArchivioContatori(memoria.deposito, memoria.clock);
});

const NESSUNA = { flussi: [], troncati: [], iuv: [], iur: [] };

/** Stored as the loader does, and counted as the consumer of the stream does. */
const load = async (
  id: string,
  riga: Partial<RigaLetta> = {},
  chiavi: Partial<typeof NESSUNA> | { iuv: string[] } = {},
  idDominio = COMUNE,
) => {
  const valore = createMovimento(
    idDominio,
    id,
    {
      riga: {
        riga: 1,
        operazione: "ESEGUITO",
        segno: "ENTRATA",
        importo: 1000n,
        dataContabile: "2026-11-20",
        causale: "Accredito pagoPA n. 12",
        ...riga,
      },
      chiavi: { ...NESSUNA, ...chiavi },
      origine: { idCaricamento: "C", file: "f", riga: 1, formato: "OPI", esito: "NUOVO" },
    },
    ADESSO,
  );
  await memoria.store({ azione: "crea", entita: "movimento", valore });
  const elemento = memoria.deposito.all("archivio").find((e) => e.pk === `MOV#${idDominio}#${id}`);
  // The kit for tests and the stream describe the same attribute values with types of their own.
  const NewImage = marshall(elemento) as Record<string, AttributeValue>;
  const { pk, sk } = NewImage;
  await contatori.add(
    readCambiamenti({ Records: [{ eventID: `${idDominio}-${id}`, dynamodb: { Keys: definiti({ pk, sk }), NewImage } }] }),
  );
};

const find = async (richiesta: Partial<RichiestaCausali> = {}, chiamante = buildChiamante()) => {
  memoria.richieste.length = 0;
  const esito = await findCausali({ ...memoria, contatori })({ idDominio: COMUNE, ...richiesta }, chiamante);
  if (!esito.ok) throw new Error(esito.errore.dettaglio);
  return esito.valore.causali;
};
const decide = (decisione: "LETTA" | "NON_PAGOPA" | "DA_LEGGERE", forma = "ACCREDITO PAGOPA N. 9", chiamante = buildChiamante()) =>
  decideCausale({ ...memoria, contatori })({ idDominio: COMUNE, forma, decisione }, chiamante, memoria.traccia);

describe("le causali sconosciute", () => {
  it("si contano per forma, con il totale, i mesi e un esempio, in quattro richieste", async () => {
    await load("M1", { dataContabile: "2026-10-05" });
    await load("M2", { causale: "ACCREDITO PAGOPA N. 4711", importo: 2500n });
    await load("M3", { causale: "Bollettini P.A. del 3/11" });
    expect(await find()).toEqual([
      {
        ...{
          forma: "ACCREDITO PAGOPA N. 9",
          stato: "DA_LEGGERE",
          numero: 2,
          importo: 3500n,
          dal: "2026-10",
          al: "2026-11",
          numeroUltimo: 1,
        },
        esempio: expect.objectContaining({ id: "M2", causale: "ACCREDITO PAGOPA N. 4711" }),
      },
      expect.objectContaining({ forma: "BOLLETTINI P.A. DEL 9/9", numero: 1 }),
    ]);
    expect(memoria.richieste.length).toBeLessThanOrEqual(4);
  });

  it.each<[string, Partial<RigaLetta>, object]>([
    ["che hanno una chiave", {}, { iuv: ["01188340000064356"] }],
    ["che non sembrano pagoPA", { causale: "VERSAMENTO ECONOMO" }, {}],
    ["in uscita", { segno: "USCITA" }, {}],
    ["di cui si conosce solo lo storno", { operazione: "STORNATO" }, {}],
  ])("non contano quelle %s", async (_caso, riga, chiavi) => {
    await load("M1", riga, chiavi);
    expect(await find()).toEqual([]);
  });

  it("sono di un ente, e di chi lo vede", async () => {
    await load("M1", {}, {}, UNIONE);
    expect(await find()).toEqual([]);
    expect(await find({ idDominio: UNIONE })).toHaveLength(1);
    expect(await find({ idDominio: UNIONE }, buildChiamante({ domini: [{ idDominio: COMUNE }] }))).toEqual([]);
  });

  it("di un periodo, e non di più di due anni", async () => {
    await load("M1", { dataContabile: "2025-03-05" });
    expect(await find()).toEqual([]);
    expect(await find({ da: "2025-01", a: "2026-12" })).toHaveLength(1);
    await expect(find({ da: "2024-12", a: "2026-12" })).rejects.toThrow("24 mesi");
  });
});

describe("la decisione", () => {
  it("si ricorda con chi l'ha presa, e filtra l'elenco", async () => {
    await load("M1");
    expect(await decide("NON_PAGOPA")).toMatchObject({ ok: true, valore: { principal: "gest-tributi", versione: 0 } });
    expect(await find({ stato: "DA_LEGGERE" })).toEqual([]);
    expect(await find({ stato: "NON_PAGOPA" })).toMatchObject([{ decisione: { principal: "gest-tributi" } }]);
    await load("M2");
    expect(await find({ stato: "NON_PAGOPA" })).toMatchObject([{ numero: 2 }]);
  });

  it("lette, tornano da leggere quando ne arrivano altre; ritirata, subito", async () => {
    await load("M1");
    await decide("LETTA");
    expect(await find()).toMatchObject([{ stato: "LETTA" }]);
    await load("M2");
    expect(await find()).toMatchObject([{ stato: "DA_LEGGERE", numero: 2 }]);
    await decide("LETTA");
    await decide("DA_LEGGERE");
    expect(await find()).toMatchObject([{ stato: "DA_LEGGERE" }]);
  });

  it("presa due volte è presa una volta; di una forma che non c'è, o di un altro ente, non si prende", async () => {
    await load("M1");
    await decide("LETTA");
    const prima = memoria.deposito.all("archivio").length;
    await decide("LETTA");
    expect(memoria.deposito.all("archivio")).toHaveLength(prima);
    expect(await decide("LETTA", "ALTRA")).toMatchObject({ errore: { codice: "NON_TROVATO" } });
    expect(await decide("LETTA", undefined, buildChiamante({ domini: [] }))).toMatchObject({ errore: { codice: "NON_AUTORIZZATO" } });
  });

  it("di due persone insieme vale l'ultima, e nessuna si perde in silenzio", async () => {
    await load("M1");
    const esiti = await Promise.all([decide("LETTA"), decide("NON_PAGOPA")]);
    expect(esiti.every(({ ok }) => ok)).toBe(true);
  });

  it("NON_PAGOPA la dice l'analisi del sospeso, con chi e quando", async () => {
    await load("M1");
    await decide("NON_PAGOPA");
    const esito = await analyzeSospeso(memoria)({ idDominio: COMUNE, idMovimento: "M1", daRiga: 1 }, buildChiamante());
    expect(esito).toMatchObject({
      valore: {
        esito: "NON_PAGOPA",
        spiegazioni: [{ frase: "gest-tributi ha dichiarato il 25/11/2026 che non è un accredito di pagoPA." }],
      },
    });
  });
});
