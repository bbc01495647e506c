/** "riconciliazione/findBeneficiari": own money, that of other intermediaries, and TEFA, from the receipts of a month. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { toJsonNodo } from "../../../shared/domain/pagamenti/json-nodo.ts";
import type { Ricevuta } from "../../../shared/domain/ricevute/ricevuta.ts";
import { buildRicevuta } from "../../sostegno/esempi.ts";
import { buildIuv, buildPagata } from "../../sostegno/flussi.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { COMUNE, openArchivio, UNIONE } from "./archivio.ts";

const PROVINCIA = "80002150938";
let ambiente: AmbienteApi;

const ricevuta = (n: number, quote: readonly (readonly [string, bigint])[], altro: Partial<Ricevuta> = {}): Ricevuta => ({
  ...buildRicevuta({ iuv: buildIuv(n), idRicevuta: `ricevuta-${n}`, dataRicezione: `2026-11-0${n}T10:00:00.000Z` }),
  rt: toJsonNodo({
    transferList: quote.map(([fiscalCodePA, transferAmount], posto) => ({
      ...{ idTransfer: posto + 1, transferAmount, fiscalCodePA, remittanceInformation: "TARI", transferCategory: "9/0101100IM/" },
      IBAN: "IT60X0542811101000000123456",
    })),
  }),
  ...altro,
});

const senzaDebito = ({ idA2A: _, idPendenza: __, ...resto }: Ricevuta): Ricevuta => resto;

beforeAll(async () => {
  ambiente = await createAmbiente();
  const quote = [
    [COMUNE, 10_000n],
    [PROVINCIA, 500n],
  ] as const;
  const ricevute = [
    ricevuta(1, quote),
    ricevuta(2, [
      [COMUNE, 10_000n],
      [PROVINCIA, 400n],
    ]),
    senzaDebito(ricevuta(3, [[COMUNE, 7_000n]])),
    senzaDebito(
      ricevuta(
        4,
        [
          [PROVINCIA, 9_000n],
          [COMUNE, 450n],
        ],
        { idDominioTitolare: PROVINCIA },
      ),
    ),
    ricevuta(5, quote, { dataRicezione: "2026-12-01T10:00:00.000Z" }),
  ];
  await openArchivio(ambiente.deposito).store(
    ...buildPagata(1),
    ...buildPagata(2),
    ...ricevute.map((valore) => ({ azione: "crea", entita: "ricevuta", valore }) as const),
  );
});
afterAll(() => ambiente.stop());

const NOVEMBRE = { idDominio: COMUNE, dataDa: "2026-11-01", dataA: "2026-11-30" };
const find = (query: Readonly<Record<string, string>> = {}, altro: Parameters<AmbienteApi["invoke"]>[1] = {}) =>
  ambiente.invoke("riconciliazione/findBeneficiari", { query: { ...NOVEMBRE, ...query }, ...altro });

it("dice di chi è ogni euro del mese, e quali avvisi non danno alla provincia il 5 per cento", async () => {
  const { status, body } = await find({ gruppi: "relazione,idBeneficiario", quotaAttesa: "5" });
  expect([status, body]).toEqual([
    200,
    {
      ...{ ...NOVEMBRE, gruppi: ["relazione", "idBeneficiario"], ricevute: 4, totale: { quote: 6, importo: 283.5 } },
      risultati: [
        { relazione: "DA_ALTRI", idBeneficiario: COMUNE, quote: 1, importo: 4.5 },
        { relazione: "NON_MIO", idBeneficiario: COMUNE, quote: 1, importo: 70 },
        { relazione: "PER_ALTRI", idBeneficiario: PROVINCIA, quote: 2, importo: 9 },
        { relazione: "PROPRIO", idBeneficiario: COMUNE, quote: 2, importo: 200 },
      ],
      quotaAttesa: {
        ...{ percentuale: 5, confrontate: 2, diverse: 1 },
        differenze: [{ iuv: buildIuv(2), idRicevuta: "ricevuta-2", idBeneficiario: PROVINCIA, importo: 4, importoAtteso: 5 }],
      },
    },
  ]);
});

it("senza gruppi distingue anche i tipi di pendenza; in CSV, per un operatore, con la virgola", async () => {
  const { body } = await find();
  expect(body["risultati"]).toContainEqual({
    ...{ relazione: "PER_ALTRI", idDominioTitolare: COMUNE, idBeneficiario: PROVINCIA, idTipoPendenza: "TARI", quote: 2, importo: 9 },
  });
  const csv = await find({ gruppi: "relazione" }, { headers: { accept: "text/csv" }, as: "amministratore" });
  expect(csv.testo).toBe("\uFEFFrelazione;quote;importo\r\nDA_ALTRI;1;4,50\r\nNON_MIO;1;70,00\r\nPER_ALTRI;2;9,00\r\nPROPRIO;2;200,00\r\n");
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ["senza ente", { idDominio: "" }, "idDominio"],
  ["con un gruppo ignoto", { gruppi: "relazione,colore" }, "gruppi"],
  ["con le date al contrario", { dataDa: "2026-12-01" }, "dataDa"],
  ["con una quota che non è una percentuale", { quotaAttesa: "-5" }, "quotaAttesa"],
  ["con un beneficiario da confrontare con niente", { idBeneficiario: PROVINCIA }, "idBeneficiario"],
])("rifiuta una richiesta %s", async (_caso, query, campo) => {
  const { status, testo } = await find(query);
  expect(status).toBe(400);
  expect(testo).toContain(campo);
});

it("di un ente che non si vede, o che non ha ricevute, non dice nulla", async () => {
  for (const { status, body } of [await find({}, { as: "gest-mensa" }), await find({ idDominio: UNIONE })])
    expect([status, body["ricevute"], body["risultati"]]).toEqual([200, 0, []]);
});
