/** A payment page as programs and as browsers read it. */
import { createHash } from "node:crypto";
import type { getPagina } from "../../contracts/cittadino/pagine.ts";
import type { PaginaPagamento } from "../../domain/pagine/pagina-pagamento.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { presentPaginaHtml, SCRIPT, STILE } from "../../presenters/cittadino/pagina-html.ts";
import { presentPaginaPubblica } from "../../presenters/comuni/pagina-pagamento.ts";
import { getPaginaPubblica } from "../../usecases/pagine/pay-pagina.ts";
import { file, type Richiesta, type Risposta, refuse, reply } from "../http/richiesta.ts";
import { anagrafiche, clock } from "../wiring/base.ts";
import { describeCaptcha } from "../wiring/captcha.ts";
import { openPrecompilato, registro } from "../wiring/pagine-lettura.ts";

type Operazione = typeof getPagina;

const get = getPaginaPubblica({ registro });

const improntaDi = (testo: string): string => `'sha256-${createHash("sha256").update(testo).digest("base64")}'`;

/** Nothing runs but our script, nothing is drawn but by our style, the data go back here only, and only the sites that the office named may frame it. The address may hold a link: it is told to nobody. */
const intestazioniDi = ({ incorporabileDa = [] }: PaginaPagamento) => ({
  "content-security-policy": `default-src 'none'; script-src ${improntaDi(SCRIPT)}; style-src ${improntaDi(STILE)}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${incorporabileDa.join(" ") || "'none'"}`,
  "referrer-policy": "no-referrer",
});

export const showPaginaPubblica = async ({
  params: { id },
  query: { lingua, p },
  accept,
}: Richiesta<Operazione>): Promise<Risposta<Operazione>> => {
  const oggi = giornoDi(clock.now());
  const precompilati = openPrecompilato(id, p);
  const trovata = await get(id, oggi);
  if (!trovata.ok) return refuse(trovata.errore);
  if (precompilati === null) return refuse({ codice: "NON_TROVATO", dettaglio: "collegamento scaduto o non valido" });
  const creditore = await anagrafiche.getCreditore(trovata.valore.idDominio);
  if (!creditore?.dominio.abilitato) return refuse({ codice: "NON_TROVATO", dettaglio: "pagina di pagamento non trovata" });
  const { ragioneSociale } = creditore.dominio;
  const pagina = presentPaginaPubblica(trovata.valore, { ragioneSociale, lingua, oggi, precompilati });
  if (accept !== "text/html") return reply(200, pagina);
  const html = presentPaginaHtml(pagina, await describeCaptcha(), p);
  return reply(200, file("text/html; charset=utf-8", html), intestazioniDi(trovata.valore));
};
