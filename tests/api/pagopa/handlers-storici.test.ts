/** The deployed handlers of the legacy family, with their own wiring, on the DynamoDB emulator: each on its route and all at the address of legacy stations. */
import type { APIGatewayProxyStructuredResultV2, Context } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArchivioPosizioni } from "../../../shared/adapters/archivio/posizioni.ts";
import { mappeAnagrafiche } from "../../../shared/adapters/archivio/registro.ts";
import { ArchivioUnitOfWork } from "../../../shared/adapters/archivio/unit-of-work.ts";
import { createIdsInSequenza } from "../../../shared/adapters/memory/tempo.ts";
import { clockDiSistema } from "../../../shared/adapters/sistema/clock.ts";
import { primitiveStoriche } from "../../../shared/contracts/index.ts";
import { percorsoOf } from "../../../shared/contracts/operation.ts";
import { COMUNE, INTERMEDIARIO, STAZIONE } from "../../sostegno/anagrafica.ts";
import { readCampioni } from "../../sostegno/campioni.ts";
import { type AmbienteApi, buildEvento, createAmbiente, toEsito } from "../ambiente.ts";
import { IUV, pendenza } from "./debito.ts";
import { mappePosizione } from "./mappe.ts";
import { busta, verifica } from "./messaggi.ts";
import { attivaRpt, bustaStorica, CCP, consegnaRt, intestazione } from "./messaggi-storici.ts";

const contesto = { awsRequestId: "11111111-2222-3333-4444-555555555555" } as Context;
type Handler = (evento: ReturnType<typeof buildEvento>, contesto: Context) => Promise<APIGatewayProxyStructuredResultV2>;

describe("the deployed primitives of the legacy family", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    // Nobody listens there: the acceptance of a receipt must fail at HTTP level, not with a KO.
    const nessuno = "http://127.0.0.1:9";
    ambiente = await createAmbiente({
      AWS_ENDPOINT_URL_SQS: nessuno,
      AWS_ENDPOINT_URL_S3: nessuno,
      AWS_MAX_ATTEMPTS: "1",
      FIORINO_CODA_RICEVUTE: `${nessuno}/000000000000/ricevute`,
      FIORINO_BUCKET_DOCUMENTI: "documenti",
    });
    const opzioni = { conservazioneEventiGiorni: 760 };
    const mappe = { ...mappeAnagrafiche, ...mappePosizione };
    const unitOfWork = new ArchivioUnitOfWork(ambiente.deposito, mappe, clockDiSistema, createIdsInSequenza(), opzioni);
    const stazione = {
      versione: 1,
      idIntermediario: INTERMEDIARIO,
      idStazione: STAZIONE,
      versioneStazione: "V1",
      abilitato: true,
    } as const;
    const esito = await unitOfWork.commit([
      { azione: "sostituisci", entita: "stazione", valore: stazione },
      { azione: "crea", entita: "pendenza", valore: pendenza({ dataScadenza: "2999-12-31" }) },
    ]);
    expect(esito.ok).toBe(true);
  });
  afterAll(() => ambiente.stop());

  const call = async (entry: string, path: string, body: unknown) => {
    const { handler }: { handler: Handler } = await import(new URL(`../../../functions/pagopa/${entry}.ts`, import.meta.url).pathname);
    const richiesta = { body, as: "nodo", headers: { "content-type": "text/xml" } } as const;
    return toEsito(await handler(buildEvento({ api: "pagopa", method: "POST", path }, richiesta), contesto));
  };

  it.each(primitiveStoriche.filter(({ id }) => id !== "paaInviaRT").map((primitiva) => [primitiva.id, primitiva] as const))(
    "%s answers its samples on its own route and at the common address",
    async (id, primitiva) => {
      for (const { body, expected, caso } of readCampioni(`pagopa/${id}`)) {
        const comune = await call("_storico", "/PagamentiTelematiciCCP", body);
        const propria = await call(id, percorsoOf(primitiva), body);
        expect({ caso, status: [propria.status, comune.status] }).toEqual({ caso, status: [expected.status, expected.status] });
        for (const { testo } of [propria, comune])
          expect(testo).toContain(`<ppt:${primitiva.elementoRisposta}><${primitiva.elementoRisposta}>`);
      }
    },
  );

  it("paaAttivaRPT leaves the attempt in the table", async () => {
    const { testo } = await call("paaAttivaRPT", "/PagamentiTelematiciCCP/paaAttivaRPT", bustaStorica(attivaRpt(), intestazione()));
    // The sample began this very context.
    expect(testo).toContain("PAA_PAGAMENTO_IN_CORSO");
    const { tentativi } = await new ArchivioPosizioni(ambiente.deposito).getPosizione({ idDominio: COMUNE, iuv: IUV });
    expect(tentativi).toMatchObject([{ ccp: CCP, stato: "RPT_ATTIVATA", tipoRpt: "RPT", voci: [1] }]);
  });

  it("paaInviaRT fails at HTTP level while the queue cannot be reached", async () => {
    for (const entry of ["paaInviaRT", "_storico"]) {
      const { status, testo } = await call(entry, "/PagamentiTelematiciRT", consegnaRt());
      expect(status).toBe(500);
      expect(testo).toContain("Fault");
      expect(testo).not.toContain("<esito>");
    }
  });

  it("the common address serves the modern family too, as GovPay's did", async () => {
    const { status, testo } = await call("_storico", "/PagamentiTelematiciCCP", busta(verifica()));
    expect(status).toBe(200);
    expect(testo).toContain("<paf:paVerifyPaymentNoticeRes>");
  });

  it("the endpoint of paForNode does not know the legacy family", async () => {
    const { status, testo } = await call("_endpoint", "/paForNode", bustaStorica(attivaRpt()));
    expect(status).toBe(400);
    expect(testo).toContain("PAA_SINTASSI_EXTRAXSD");
  });
});
