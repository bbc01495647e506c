/** Payment options of a notice by either verb, through the deployed handler on the emulator. */
import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import type { Documento, Pendenza } from "../../../shared/domain/pendenze/pendenza.ts";
import { COMUNE, STAZIONE, UNIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { decodeEvento } from "../../sostegno/eventi.ts";
import { NOMI_TABELLE } from "../../sostegno/tabelle.ts";
import { type AmbienteApi, createAmbiente } from "../ambiente.ts";
import { hasContrattoOpzioni, openContrattoOpzioni } from "./contratto-opzioni.ts";
import { pendenza, voce } from "./debito.ts";
import { mappePosizione } from "./mappe.ts";

const LONTANA = "2999-12-31";
const PASSATA = "2020-01-31";
const SONDA = "0".repeat(18);
const numero = (n: number): string => `301${String(n).padStart(15, "0")}`;

const avviso = (n: number, altro: Partial<Pendenza> = {}): Pendenza =>
  pendenza({ idPendenza: `P${n}`, iuv: numero(n).slice(1), numeroAvviso: numero(n), dataScadenza: LONTANA, ...altro });
const pagato = { stato: "ESEGUITA", dataPagamento: "2026-02-01T09:00:00.000Z", voci: [voce(1, 1250n, { stato: "Eseguito" })] } as const;
const del = (identificativo: string, altro: Partial<Documento> = {}) => ({
  documento: { identificativo, descrizione: "Documento", ...altro },
});

const DEBITI: readonly Pendenza[] = [
  avviso(1, { idUnitaOperativa: "TRIBUTI" }),
  avviso(2, { dataScadenza: PASSATA }),
  avviso(3, pagato),
  avviso(4, { stato: "ANNULLATA" }),
  avviso(5, { voci: [voce(1, 0n)] }),
  avviso(10, del("D1")),
  ...[1, 2, 3].map((rata) => avviso(10 + rata, { ...del("D1", { rata }), dataScadenza: `2999-0${rata}-28`, voci: [voce(1, 500n)] })),
  avviso(20, del("D2")),
  avviso(21, { ...del("D2", { rata: 1 }), ...pagato }),
  avviso(22, del("D2", { rata: 2 })),
  avviso(30, { ...del("D3"), ...pagato }),
  avviso(31, del("D3", { rata: 1 })),
];

type Opzione = {
  readonly description: string;
  readonly status: string;
  readonly numberOfInstallments: number;
  readonly installments: readonly { readonly nav: string }[];
};

export const suiteOpzioni = (operazione: "getPaymentOptions" | "verifyPaymentOptions"): void => {
  describe(`pagopa/${operazione}`, () => {
    let ambiente: AmbienteApi;
    beforeAll(async () => {
      ambiente = await createAmbiente();
      const mappe = { ...mappeAnagrafiche, ...mappePosizione };
      const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), {
        conservazioneEventiGiorni: 760,
      });
      for (const valore of DEBITI) await unitOfWork.commit([{ azione: "crea", entita: "pendenza", valore }]);
    });
    afterAll(() => ambiente.stop());

    const ask = (numeroAvviso: string, altro: { idDominio?: string; as?: string | null; body?: unknown } = {}) =>
      ambiente.invoke(`pagopa/${operazione}`, {
        params: { idDominio: altro.idDominio ?? COMUNE, numeroAvviso },
        as: altro.as === undefined ? "nodo" : altro.as,
        ...(altro.body !== undefined && { body: altro.body }),
      });
    const eventi = async (): Promise<Record<string, unknown>[]> => {
      const { Items = [] } = await ambiente.dynamo.client.send(new ScanCommand({ TableName: NOMI_TABELLE.eventi }));
      return Items.map(decodeEvento).filter(({ tipoEvento }) => tipoEvento === "paVerifyPaymentOptions");
    };

    it("answers its samples as they say", async () => {
      for (const { pathParameters, expected, caso } of readCampioni(`pagopa/${operazione}`)) {
        const { status } = await ambiente.invoke(`pagopa/${operazione}`, { params: pathParameters ?? {}, as: "nodo" });
        expect({ caso, status }).toEqual({ caso, status: expected.status });
      }
    });

    it("gives one option for a debt alone", async () => {
      const { status, body } = await ask(numero(1));
      expect(status).toBe(200);
      expect(body).toEqual({
        ...{ organizationFiscalCode: COMUNE, companyName: "Comune di Prova", officeName: "Ufficio Tributi", standin: false },
        paymentOptions: [
          {
            ...{ description: "Soluzione unica", numberOfInstallments: 1, amount: 1250, status: "PO_UNPAID", allCCP: false },
            ...{ dueDate: "2999-12-31T23:59:59", validFrom: "2026-03-10T11:00:00" },
            installments: [
              {
                ...{ nav: numero(1), iuv: numero(1).slice(1), amount: 1250, description: "TARI 2026", status: "POI_UNPAID" },
                ...{ dueDate: "2999-12-31T23:59:59", validFrom: "2026-03-10T11:00:00" },
              },
            ],
          },
        ],
      });
    });

    it.each([numero(10), numero(12)])("gives the single solution and the plan, whichever notice is asked (%s)", async (nav) => {
      const { paymentOptions } = (await ask(nav)).body as { paymentOptions: Opzione[] };
      expect(paymentOptions.map(({ status, numberOfInstallments }) => [status, numberOfInstallments])).toEqual([
        ["PO_UNPAID", 1],
        ["PO_UNPAID", 3],
      ]);
      expect(paymentOptions[1]?.installments.map(({ nav: suo }) => suo)).toEqual([numero(11), numero(12), numero(13)]);
    });

    it.each([numero(20), numero(21), numero(22)])("makes the single solution invalid once the plan has begun (%s)", async (nav) => {
      const { paymentOptions } = (await ask(nav)).body as { paymentOptions: Opzione[] };
      expect(paymentOptions.map(({ status }) => status)).toEqual(["PO_INVALID", "PO_PARTIALLY_PAID"]);
    });

    it("tells apart the plans that the application names", async () => {
      const put = async (idPendenza: string, documento: object) =>
        ambiente.invoke("pendenze/addPendenza", {
          params: { idA2A: "GEST-TRIBUTI", idPendenza },
          body: {
            ...{ idTipoPendenza: "TARI", idDominio: COMUNE, causale: "TARI 2026", importo: 10, dataScadenza: LONTANA },
            voci: [{ idVocePendenza: "1", importo: 10, descrizione: "TARI", codEntrata: "TARI" }],
            documento: { identificativo: "D-PIANI", descrizione: "Documento", ...documento },
          },
        });
      const piani = ["BREVE", "LUNGO", "LUNGO"];
      const risposte = await Promise.all(piani.map((piano, i) => put(`${operazione}-${i}`, { rata: i + 1, piano })));
      expect(risposte.map(({ status }) => status)).toEqual([201, 201, 201]);
      const { paymentOptions } = (await ask(String(risposte[2]?.body["numeroAvviso"]))).body as { paymentOptions: Opzione[] };
      expect(paymentOptions.map(({ description }) => description)).toEqual(["Piano BREVE: 1 rata", "Piano LUNGO: 2 rate"]);
      const senzaRata = await put(`${operazione}-9`, { piano: "BREVE" });
      expect([senzaRata.status, senzaRata.body["dettaglio"]]).toEqual([
        400,
        expect.stringContaining("documento.piano: ammesso solo con rata"),
      ]);
    });

    it.each([
      ["an unknown notice", numero(999), {}, 404, "ODP-107", "PAA_PAGAMENTO_SCONOSCIUTO"],
      ["the probe", SONDA, {}, 404, "ODP-107", "PAA_PAGAMENTO_SCONOSCIUTO"],
      ["an expired debt", numero(2), {}, 422, "ODP-110", "PAA_PAGAMENTO_SCADUTO"],
      ["a paid debt", numero(3), {}, 409, "ODP-108", "PAA_PAGAMENTO_DUPLICATO"],
      ["an annulled debt", numero(4), {}, 422, "ODP-111", "PAA_PAGAMENTO_ANNULLATO"],
      ["a debt of zero", numero(5), {}, 422, "ODP-102", "PAA_SEMANTICA"],
      ["a plan whose single solution was paid", numero(31), {}, 409, "ODP-108", "PAA_PAGAMENTO_DUPLICATO"],
      ["a wrong notice number", "123", {}, 400, "ODP-101", "PAA_SINTASSI"],
      ["a wrong fiscal code", numero(1), { idDominio: "1" }, 400, "ODP-101", "PAA_SINTASSI"],
      ["another creditor's notice", numero(1), { idDominio: UNIONE }, 404, "ODP-107", "PAA_PAGAMENTO_SCONOSCIUTO"],
      ["an unknown creditor", numero(1), { idDominio: "11111111111" }, 400, "ODP-104", "PAA_ID_DOMINIO_ERRATO"],
      ["a huge body", numero(1), { body: "x".repeat(17_000) }, 400, "ODP-101", "PAA_SINTASSI"],
      ["no credentials", numero(1), { as: null }, 401, "ODP-103", "PAA_SYSTEM_ERROR"],
      ["an application", numero(1), { as: "gest-tributi" }, 403, "ODP-103", "PAA_SYSTEM_ERROR"],
    ] as const)("refuses %s", async (_caso, nav, altro, atteso, appErrorCode, codice) => {
      const { status, body } = await ask(nav, altro);
      expect({ status, ...body }).toMatchObject({ status: atteso, httpStatusCode: atteso, appErrorCode });
      expect(body["errorMessage"]).toMatch(new RegExp(`^${codice} .+`));
      if (hasContrattoOpzioni) expect(openContrattoOpzioni()("ErrorResponse", body)).toEqual([]);
    });

    it("keeps both messages in the journal, of strangers nothing", async () => {
      const prima = new Set((await eventi()).map(({ id }) => id));
      await ask(numero(1), { as: null });
      await ask(numero(1));
      await ask(SONDA);
      const scritti = (await eventi()).filter(({ id }) => !prima.has(id));
      expect(scritti).toHaveLength(2);
      expect(scritti).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            ...{ componente: "API_PAGOPA", ruolo: "SERVER", esito: "OK", idDominio: COMUNE, iuv: numero(1).slice(1), idPendenza: "P1" },
            datiPagoPA: expect.objectContaining({ idStazione: STAZIONE }),
          }),
          expect.objectContaining({ esito: "OK", sottotipoEsito: "PAA_PAGAMENTO_SCONOSCIUTO" }),
        ]),
      );
    });

    if (hasContrattoOpzioni) {
      it("answers what the official contract says", async () => {
        const oracolo = openContrattoOpzioni();
        for (const { numeroAvviso } of DEBITI) {
          const { status, body } = await ask(numeroAvviso);
          expect({ numeroAvviso, differenze: oracolo(status === 200 ? "PaymentOptionsResponse" : "ErrorResponse", body) }).toEqual({
            numeroAvviso,
            differenze: [],
          });
        }
      });
    }
  });
};
