/** HTTP of the demonstration application that shows what it is told: its webhooks, its page, and the same as JSON for programs. */
import * as z from "zod";
import { html, json, type Richiesta, Rifiuto, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { Maniera, TIPI_CHIAMATA } from "./diario.ts";
import { checkFirma } from "./firma.ts";
import { PER_PAGINA, paginaCallback, SECONDI_AGGIORNA } from "./pagina.ts";
import type { Ricezione } from "./ricezione.ts";
import type { Segreti } from "./segreti.ts";

const NuovoSegreto = z.strictObject({
  idAbbonamento: z.string().min(1, "idAbbonamento: atteso un valore").max(35, "al massimo 35 caratteri"),
  segreto: z.string().regex(/^whsec_[A-Za-z0-9+/=]{16,190}$/, "atteso il segreto come lo mostra Fiorino, whsec_…"),
});

const ALLA_PAGINA: Risposta = { stato: 303, intestazioni: { location: "/sandbox/callback" } };
const isModulo = ({ req }: Richiesta): boolean => (req.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");

/** The same commands for the page, that goes back to itself, and for programs. */
const comando = async <S extends z.ZodType>(
  richiesta: Richiesta,
  schema: S,
  toDati: (modulo: Record<string, string>) => unknown,
  fai: (dati: z.output<S>) => unknown,
): Promise<Risposta> => {
  if (!isModulo(richiesta)) return json(200, fai(await richiesta.json(schema)));
  const letto = schema.safeParse(toDati(Object.fromEntries(new URLSearchParams(await richiesta.testo()))));
  if (!letto.success) throw new Rifiuto(400, letto.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  fai(letto.data);
  return ALLA_PAGINA;
};

const intestazione = ({ req }: Richiesta, nome: string): string | undefined => {
  const valore = req.headers[nome];
  return typeof valore === "string" ? valore : undefined;
};

const filtroDi = ({ url }: Richiesta) => {
  const tipo = url.searchParams.get("tipo") || undefined;
  if (tipo !== undefined && !TIPI_CHIAMATA.some((voce) => voce === tipo))
    throw new Rifiuto(400, `tipo: atteso uno fra ${TIPI_CHIAMATA.join(", ")}.`);
  return { tipo, debito: url.searchParams.get("debito")?.trim() || undefined };
};

/** A page number out of range is the nearest that exists: what is shown moves while one looks at it. */
const paginaDi = ({ url }: Richiesta, totale: number): number => {
  const chiesta = Number(url.searchParams.get("pagina") ?? 1);
  const ultima = Math.max(1, Math.ceil(totale / PER_PAGINA));
  return Number.isInteger(chiesta) ? Math.min(Math.max(1, chiesta), ultima) : 1;
};

const RIFIUTO = json(500, { errore: "Rifiuto chiesto alla sandbox" });
const MANIERE = { 401: 401, 404: 404, 422: 422, 500: 500, 503: 503 } as const;

const toManiera = ({ come = "", volte = "" }: Record<string, string>): unknown => {
  const stato = Object.entries(MANIERE).find(([nome]) => nome === come)?.[1];
  return { tipo: come === "lento" ? "lento" : "errore", volte: Number(volte), ...(come === "lento" ? {} : { stato: stato ?? come }) };
};

export const rotteVisore = (contesto: Contesto, { diario, receive }: Ricezione, segreti: Segreti): Rotta[] => {
  const checkWebhook = async (richiesta: Richiesta) => {
    const [id, istante, firme] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((nome) => intestazione(richiesta, nome));
    const corpo = await richiesta.testo();
    return checkFirma({ id, istante, firme, corpo }, segreti.of(richiesta.parametri["idAbbonamento"] ?? ""), contesto.ora());
  };
  // One whose secret is not known here is taken without being believed: it is somebody's first try.
  const take = async (richiesta: Richiesta): Promise<Risposta> => {
    const firma = await checkWebhook(richiesta);
    return firma === "VALIDA" || firma === "SEGRETO_SCONOSCIUTO" ? json(200, { firma }) : json(401, { errore: `Firma: ${firma}.` });
  };
  const webhook = conServizio(contesto, { parte: "ente", operazione: "webhook", rifiuto: RIFIUTO }, take);

  return [
    rotta("POST", "/sandbox/callback/webhook/{idAbbonamento}", receive("webhook", webhook, checkWebhook)),
    rotta("GET", "/sandbox/callback", (richiesta) => {
      const filtro = filtroDi(richiesta);
      const tutte = diario.list(filtro);
      const pagina = paginaDi(richiesta, tutte.length);
      const aggiorna = richiesta.url.searchParams.get("aggiorna") === "si";
      const chiamate = tutte.slice((pagina - 1) * PER_PAGINA, pagina * PER_PAGINA);
      const { baseUrl } = contesto.macchina;
      const risposta = html(
        paginaCallback({ ...filtro, chiamate, totale: tutte.length, pagina, aggiorna, baseUrl, maniera: diario.maniera() }),
      );
      if (!aggiorna) return risposta;
      return { ...risposta, intestazioni: { ...risposta.intestazioni, refresh: String(SECONDI_AGGIORNA) } };
    }),
    rotta("GET", "/sandbox/callback/chiamate", (richiesta) => {
      const risultati = diario.list(filtroDi(richiesta));
      return json(200, { numRisultati: risultati.length, risultati });
    }),
    rotta("POST", "/sandbox/callback/maniera", (richiesta) =>
      comando(richiesta, Maniera, toManiera, (maniera) => {
        diario.behave(maniera);
        return maniera;
      }),
    ),
    rotta("POST", "/sandbox/callback/normale", (richiesta) => {
      diario.behave(undefined);
      return isModulo(richiesta) ? ALLA_PAGINA : json(200, {});
    }),
    rotta("POST", "/sandbox/callback/dimentica", (richiesta) => {
      diario.clear();
      return isModulo(richiesta) ? ALLA_PAGINA : json(200, {});
    }),
    rotta("POST", "/sandbox/callback/segreti", (richiesta) =>
      comando(
        richiesta,
        NuovoSegreto,
        (modulo) => modulo,
        ({ idAbbonamento, segreto }) => {
          segreti.add(idAbbonamento, segreto);
          return { idAbbonamento };
        },
      ),
    ),
  ];
};
