/** The first page: what runs here, where, and with which credentials. */
import { API_BASE, API_REST, SERVITA_DA } from "../../../shared/contracts/operation.ts";
import { API } from "../ambiente.ts";
import { AMMINISTRATORE, APPLICAZIONE, NODO, OPERATORE, VERTICALE } from "../credenziali.ts";
import { PERSONE } from "../identita/persone.ts";
import { CREDITORI } from "../seed-dati.ts";
import { escapeHtml, paginaHtml } from "./layout.ts";

const schedaApi = (api: (typeof API)[number]): string => `<li class="fio-scheda">
<h3 class="h5"><a href="/openapi/${api.nome}.html">API ${escapeHtml(api.titolo)}</a></h3>
<p>${escapeHtml(api.descrizione)}</p>
<p class="fio-codice mb-0">/${api.nome}${api.versione === "" ? "/paForNode" : `/${api.versione}`}</p>
</li>`;

/** Contracts that other gateways' clients were written for. */
const PRECEDENTI = API_REST.filter((nome) => SERVITA_DA[nome] !== undefined);

const rigaCredenziali = ([chi, username, password]: readonly [string, string, string]): string => `<tr>
<th scope="row" data-label="Chi">${escapeHtml(chi)}</th><td data-label="Utente"><code>${escapeHtml(username)}</code></td><td data-label="Password"><code>${escapeHtml(password)}</code></td>
</tr>`;

const credenziali = [
  [`Applicazione ${APPLICAZIONE.idA2A}`, APPLICAZIONE.username, APPLICAZIONE.password],
  [`Applicazione ${VERTICALE.idA2A}`, VERTICALE.username, VERTICALE.password],
  ["Amministratore", AMMINISTRATORE.username, AMMINISTRATORE.password],
  ["Operatore di cassa", OPERATORE.username, OPERATORE.password],
  ["Nodo dei pagamenti", NODO.username, NODO.password],
] as const;

export const paginaInizio = (baseUrl: string): string =>
  paginaHtml({
    titolo: "Fiorino in funzione",
    contenuto: `<h1>Fiorino è in funzione</h1>
<p class="lead">Su questa macchina gira il gateway pagoPA così come viene installato, insieme a una pagoPA simulata con cui provarlo per intero.</p>
<p><a class="btn btn-primary" href="/sandbox">Apri la sandbox</a></p>
<h2 class="h3 mt-5">Le API</h2>
<p>Indirizzo di base: <code>${escapeHtml(baseUrl)}</code></p>
<ul class="fio-griglia">${API.map(schedaApi).join("\n")}</ul>
<p>Le versioni precedenti hanno le stesse credenziali: ${PRECEDENTI.map((nome) => `<a class="fio-codice" href="/openapi/${nome}.html">${API_BASE[nome]}</a>`).join(", ")}. Tutte insieme, con i codici degli errori: <a href="/openapi/index.html">le pagine delle API</a>.</p>
<h2 class="h3 mt-5">Le credenziali</h2>
<p>Autenticazione HTTP Basic. Valgono solo qui: l'ambiente è dimostrativo. Lo stesso elenco, per i programmi, è in <a href="/sandbox/ambiente">/sandbox/ambiente</a>.</p>
<table class="table fio-tabella"><caption class="visually-hidden">Credenziali dimostrative</caption>
<thead><tr><th scope="col">Chi</th><th scope="col">Utente</th><th scope="col">Password</th></tr></thead>
<tbody>${credenziali.map(rigaCredenziali).join("\n")}</tbody></table>
<p>Gli operatori possono accedere anche con un provider di identità: <a href="/backoffice/v1/login/oidc">prova l'accesso</a> come ${PERSONE.map(({ nome, mestiere }) => `${escapeHtml(nome)} (${escapeHtml(mestiere.toLowerCase())})`).join(", ")}. Con la sessione aperta, <a href="/backoffice/v1/profilo">/backoffice/v1/profilo</a> dice chi si è.</p>
<p>I cittadini accedono con <a href="/utente/v1/login?provider=spid&amp;ritorno=/utente/v1/profilo">SPID</a> o <a href="/utente/v1/login?provider=cie&amp;ritorno=/utente/v1/profilo">CIE</a> dimostrativi.</p>
<p>Ciò che ricevono sta nella <a href="/sandbox/posta">casella di posta</a> e nei <a href="/sandbox/appio">telefoni con App IO</a>; i costi delle notifiche con <a href="/sandbox/send">SEND</a>.</p>
<h2 class="h3 mt-5">Gli enti creditori</h2>
<ul>${CREDITORI.map(({ idDominio, dati }) => `<li>${escapeHtml(dati.ragioneSociale)}, codice fiscale <code>${idDominio}</code></li>`).join("")}</ul>`,
  });
