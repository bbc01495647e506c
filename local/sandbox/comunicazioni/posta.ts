/** The mailbox: every e-mail that the gateway sent, for people and, as JSON, for tests. */
import { html, json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import type { Contesto } from "../contesto.ts";
import { escapeHtml, paginaHtml } from "../pagine/layout.ts";
import { readMessaggio } from "./messaggio.ts";
import { createGestorePec, isPec } from "./pec.ts";
import { type Raccolto, type ServerPosta, startServerPosta } from "./server-posta.ts";

interface Ricevuto {
  readonly id: string;
  readonly ricevutoIl: string;
  readonly da: string;
  readonly a: readonly string[];
  readonly grezzo: string;
}

const NOMI = "messaggiPosta";
const MASSIMI = 500;

/** Beside the machine's own port, so that the configuration of a machine does not change between two runs. */
export const portaPosta = (baseUrl: string): number => ((Number(new URL(baseUrl).port) + 1_000 - 1_024) % 64_000) + 1_024;

export const startPosta = async (contesto: Contesto): Promise<ServerPosta | undefined> => {
  const messaggi = contesto.archivio.raccolta<Ricevuto>(NOMI);
  const keep = ({ da, a, messaggio }: Raccolto): void => {
    const id = String(contesto.archivio.next("posta")).padStart(9, "0");
    messaggi.put(id, { id, ricevutoIl: contesto.istante(), da, a, grezzo: messaggio }, { ordine: id });
    const vecchio = String(Number(id) - MASSIMI).padStart(9, "0");
    if (Number(id) > MASSIMI) messaggi.delete(vecchio);
  };
  const certify = createGestorePec(contesto, { keep });
  try {
    return await startServerPosta(portaPosta(contesto.macchina.baseUrl), (raccolto) => {
      keep(raccolto);
      if (isPec(raccolto.da)) for (const destinatario of raccolto.a) certify(raccolto.da, destinatario, raccolto.messaggio);
    });
  } catch {
    // Somebody has the port: the messages wait in their queue, everything else works.
    return undefined;
  }
};

const descrivi = ({ id, ricevutoIl, da, a, grezzo }: Ricevuto) => {
  const { mittente, oggetto, testo, allegati } = readMessaggio(grezzo);
  const collegati = allegati.map(({ nome, byte }, i) => ({ nome, byte: byte.length, indirizzo: `/sandbox/posta/${id}/allegati/${i}` }));
  const certificato = isPec(da) || a.some(isPec);
  return { id, ricevutoIl, mittente, destinatari: a, certificato, oggetto, testo, allegati: collegati };
};

const scheda = (messaggio: ReturnType<typeof descrivi>): string => `<article class="card mb-3"><div class="card-body">
<h2 class="h5">${escapeHtml(messaggio.oggetto)}${messaggio.certificato ? ' <span class="badge bg-primary">PEC</span>' : ""}</h2>
<p>Da ${escapeHtml(messaggio.mittente)} a ${escapeHtml(messaggio.destinatari.join(", "))}, ${escapeHtml(messaggio.ricevutoIl)}</p>
<pre style="white-space:pre-wrap">${escapeHtml(messaggio.testo)}</pre>
${messaggio.allegati.map(({ nome, indirizzo }) => `<a href="${escapeHtml(indirizzo)}">${escapeHtml(nome)}</a>`).join(" ")}
</div></article>`;

export const rottePosta = ({ archivio }: Contesto): Rotta[] => {
  const messaggi = archivio.raccolta<Ricevuto>(NOMI);
  const elenco = () => messaggi.list().toReversed().map(descrivi);
  return [
    rotta("GET", "/sandbox/posta", () => {
      const tutti = elenco();
      const contenuto = `<h1>La posta</h1><p class="lead">Le e-mail e le PEC spedite da questa macchina, con le ricevute della PEC: non escono da qui. Una PEC a un indirizzo con «inesistente» non si consegna.</p>
${tutti.length === 0 ? "<p>Nessun messaggio ancora.</p>" : tutti.map(scheda).join("\n")}`;
      return html(paginaHtml({ titolo: "Posta", sezione: "sandbox", contenuto }));
    }),
    rotta("GET", "/sandbox/posta/messaggi", ({ url }) => {
      const destinatario = url.searchParams.get("destinatario");
      const risultati = elenco().filter(({ destinatari }) => destinatario === null || destinatari.includes(destinatario));
      return json(200, { numRisultati: risultati.length, risultati });
    }),
    rotta("GET", "/sandbox/posta/{id}/allegati/{numero}", ({ parametri }) => {
      const ricevuto = messaggi.get(parametri["id"] ?? "");
      const allegato = ricevuto && readMessaggio(ricevuto.grezzo).allegati[Number(parametri["numero"])];
      if (!allegato) throw new Rifiuto(404, "Questo allegato non c'è.");
      return { stato: 200, tipo: "application/pdf", corpo: allegato.byte };
    }),
  ];
};
