/** A settlement service for the benchmark: one flow of any length, its rows computed page by page and never stored. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { COMUNE } from "../tests/sostegno/anagrafica.ts";

export const PSP = "BENCHPSP";
const IMPORTO_CENTESIMI = 1250;
const PER_PAGINA = 1000;

/** Row n (from 1) of a flow: payment codes of the creditor's own segregation. */
export const rigaDi = (serie: number, n: number) => ({
  index: n,
  iuv: `01${String(serie).padStart(3, "0")}${String(n).padStart(10, "0")}00`,
  iur: `iur${serie}x${n}`,
  idTransfer: 1,
  pay: IMPORTO_CENTESIMI / 100,
  payStatus: "EXECUTED",
  payDate: "2026-11-24T00:00:00Z",
});

export const idFlussoDi = (serie: number): string => `2026-11-25${PSP}-${String(serie).padStart(6, "0")}`;

export interface FdrFinto {
  readonly url: string;
  /** The flow on offer. */
  offri(serie: number, righe: number): void;
  close(): void;
}

export const startFdrFinto = async (): Promise<FdrFinto> => {
  let serie = 0;
  let righe = 0;
  const oggi = (): string => new Date().toISOString();
  const answer = (url: URL): unknown => {
    const fdr = idFlussoDi(serie);
    if (url.pathname.endsWith("/fdrs"))
      return {
        metadata: { pageSize: 1000, pageNumber: 1, totPage: 1 },
        count: 1,
        data: [{ fdr, pspId: PSP, revision: 1, published: oggi(), flowDate: oggi() }],
      };
    const pagina = Number(url.searchParams.get("page") ?? 1);
    if (url.pathname.endsWith("/payments")) {
      const inizio = (pagina - 1) * PER_PAGINA;
      const quante = Math.max(0, Math.min(PER_PAGINA, righe - inizio));
      return {
        metadata: { pageSize: PER_PAGINA, pageNumber: pagina, totPage: Math.ceil(righe / PER_PAGINA) },
        count: quante,
        data: Array.from({ length: quante }, (_, i) => rigaDi(serie, inizio + i + 1)),
      };
    }
    return {
      status: "PUBLISHED",
      revision: 1,
      created: oggi(),
      updated: oggi(),
      published: oggi(),
      fdr,
      fdrDate: oggi(),
      regulation: `TRN${serie}`,
      regulationDate: "2026-11-25",
      bicCodePouringBank: "UNCRITMMXXX",
      sender: { type: "LEGAL_PERSON", id: PSP, pspId: PSP, pspName: "PSP del banco di prova", pspBrokerId: PSP, channelId: `${PSP}_01` },
      receiver: { id: COMUNE, organizationId: COMUNE, organizationName: "Comune di Prova" },
      computedTotPayments: righe,
      computedSumPayments: (righe * IMPORTO_CENTESIMI) / 100,
      totPayments: righe,
      sumPayments: (righe * IMPORTO_CENTESIMI) / 100,
    };
  };
  const server = createServer((req, res) => {
    res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer(new URL(req.url ?? "/", "http://fdr"))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fdr-org/service/v1`,
    offri: (nuovaSerie, quante) => {
      serie = nuovaSerie;
      righe = quante;
    },
    close: () => server.close(),
  };
};
