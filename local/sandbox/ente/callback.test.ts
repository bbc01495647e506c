/** The demonstration system keeps what it is told, once for each thing, with the right credentials only. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { basic, ENTE } from "../credenziali.ts";
import { type Banco, COMUNE, openBanco } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const chi = { authorization: basic(ENTE) };

it("tiene attivazione e ricevuta della versione 1 come due cose, e ciascuna una volta sola", async () => {
  const percorso = `/sandbox/ente/v1/pagamenti/${COMUNE}/01?idCarrello=c`;
  for (const corpo of [{ rpt: {} }, { rpt: {}, rt: {} }, { rpt: {}, rt: {} }]) {
    expect((await banco.json("POST", percorso, corpo, chi)).stato).toBe(201);
  }
  expect((await banco.chiedi("POST", percorso, "{}")).status).toBe(401);
  const { corpo } = await banco.json("GET", `/sandbox/ente/chiamate?idDominio=${COMUNE}`);
  expect(corpo).toMatchObject({
    numRisultati: 2,
    risultati: expect.arrayContaining([
      expect.objectContaining({ operazione: "pagamenti", riferimento: "01", parametri: { idCarrello: "c" }, volte: 1 }),
      expect.objectContaining({ operazione: "pagamenti", riferimento: "01", volte: 2 }),
    ]),
  });
});

it("tiene i riepiloghi delle anomalie con il nome della loro coda, e rifiuta ciò che non è JSON", async () => {
  const riepilogo = { idDominio: COMUNE, coda: "TRIBUTI", id: "r-1", numero: 3 };
  for (let volta = 1; volta <= 2; volta += 1)
    expect((await banco.json("POST", "/sandbox/ente/riepiloghi", riepilogo, chi)).stato).toBe(201);
  expect((await banco.chiedi("POST", "/sandbox/ente/riepiloghi", "{", chi)).status).toBe(400);
  expect((await banco.json("GET", `/sandbox/ente/chiamate?idDominio=${COMUNE}`)).corpo).toMatchObject({
    numRisultati: 1,
    risultati: [{ operazione: "riepiloghi", riferimento: "TRIBUTI/r-1", volte: 2 }],
  });
});

it.each([
  ["annulli", `v1/pagamenti/${COMUNE}/01/ccp-1/annulla`, "01/ccp-1"],
  ["rpp", `rpp/${COMUNE}/01/ccp-1`, "01/ccp-1"],
  ["sintesi", `rpp/${COMUNE}/sintesi-1`, "sintesi-1"],
  ["flussi", `flussiRendicontazione/${COMUNE}/F-1`, "F-1"],
  ["tracciati", `tracciatiContabili/${COMUNE}/E-1`, "E-1"],
])("riceve %s", async (operazione, percorso, riferimento) => {
  expect((await banco.json("POST", `/sandbox/ente/${percorso}`, { a: 1 }, chi)).stato).toBe(201);
  expect((await banco.json("GET", "/sandbox/ente/chiamate")).corpo["risultati"]).toMatchObject([
    { operazione, riferimento, corpo: '{"a":1}' },
  ]);
});
