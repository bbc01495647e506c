/** HTTP of the faults and of the window on the messages. */
import * as z from "zod";
import type { Contesto } from "../contesto.ts";
import { PARTI, STATI_HTTP, TIPI_GUASTO } from "./guasti.ts";
import { json, type Rotta, rotta } from "./http.ts";

const Guasto = z.strictObject({
  parte: z.enum(PARTI),
  tipo: z.enum(TIPI_GUASTO),
  volte: z.int().min(1).max(10_000).default(1),
  operazione: z.string().min(1).max(60).optional(),
  fase: z.enum(["richiesta", "risposta"]).optional(),
  millisecondi: z.int().min(1).max(60_000).optional(),
  stato: z.literal([...STATI_HTTP]).optional(),
});

/** The longest time that the platform gives a creditor (receipts); a shorter one applies where the operation has it. */
const TIMEOUT_MS = 15_000;
const RITARDO_MS = 3_000;

export const rotteGuasti = ({ guasti, scambi }: Contesto): Rotta[] => [
  rotta("POST", "/sandbox/guasti", async (richiesta) => {
    const { operazione, fase, stato, millisecondi, ...guasto } = await richiesta.json(Guasto);
    guasti.add({
      ...guasto,
      millisecondi: millisecondi ?? (guasto.tipo === "timeout" ? TIMEOUT_MS : RITARDO_MS),
      ...(operazione === undefined ? {} : { operazione }),
      ...(fase === undefined ? {} : { fase }),
      ...(guasto.tipo === "http" ? { stato: stato ?? 503 } : {}),
    });
    return json(201, { guasti: guasti.list() });
  }),
  rotta("GET", "/sandbox/guasti", () => json(200, { guasti: guasti.list() })),
  rotta("DELETE", "/sandbox/guasti", () => {
    guasti.clear();
    return json(200, { guasti: [] });
  }),
  rotta("GET", "/sandbox/scambi", (richiesta) => {
    const dopo = Number(richiesta.url.searchParams.get("dopo") ?? 0);
    return json(200, { scambi: scambi.list(Number.isFinite(dopo) ? dopo : 0).map(({ numero, scambio }) => ({ numero, ...scambio })) });
  }),
];
