/** The page where a person plays all the parties and sees what goes over the wire. */

import { PARTI, STATI_HTTP, TIPI_GUASTO } from "../comune/guasti.ts";
import { MANIERE, STATI } from "../ente/debiti.ts";
import { PSP } from "../psp/psp.ts";
import { CREDITORI, SERVIZI } from "../seed-dati.ts";
import { escapeHtml, paginaHtml } from "./layout.ts";

type Opzione = readonly [string, string];

const campo = (id: string, etichetta: string, ingresso: string): string =>
  `<div class="fio-campo"><label for="${id}">${etichetta}</label>${ingresso}</div>`;
const testo = (id: string, etichetta: string, altro = ""): string =>
  campo(id, etichetta, `<input id="${id}" name="${id.split("-")[1] ?? id}" ${altro}>`);
const scelta = (id: string, etichetta: string, opzioni: readonly Opzione[]): string =>
  campo(
    id,
    etichetta,
    `<select id="${id}" name="${id.split("-")[1] ?? id}">${opzioni.map(([valore, nome]) => `<option value="${escapeHtml(valore)}">${escapeHtml(nome)}</option>`).join("")}</select>`,
  );
const spunta = (id: string, etichetta: string): string =>
  `<div class="fio-spunta"><input type="checkbox" id="${id}" name="${id.split("-")[1] ?? id}"><label for="${id}">${etichetta}</label></div>`;

const enti: readonly Opzione[] = CREDITORI.map(({ idDominio, dati }) => [idDominio, dati.ragioneSociale]);
const psp: readonly Opzione[] = PSP.map(({ id, nome }) => [id, nome]);
const numero = 'inputmode="numeric" pattern="[0-9]{18}" minlength="18" maxlength="18" required autocomplete="off" placeholder="18 cifre"';

const scheda = (
  id: string,
  titolo: string,
  spiegazione: string,
  contenuto: string,
): string => `<section class="fio-scheda" aria-labelledby="${id}">
<h2 class="h4" id="${id}">${titolo}</h2>
<p>${spiegazione}</p>
${contenuto}
</section>`;

const modulo = (azione: string, metodo: string, campi: string, bottoni: string): string =>
  `<form data-azione="${azione}" data-metodo="${metodo}">${campi}<div class="fio-bottoni">${bottoni}</div></form>`;
const bottone = (etichetta: string, altro = ""): string =>
  `<button type="submit" class="btn btn-primary btn-sm" ${altro}>${etichetta}</button>`;

const schede = [
  scheda(
    "titolo-psp",
    "Allo sportello di un PSP",
    "Verifica o paga un avviso: il Nodo simulato chiama il gateway in SOAP.",
    modulo(
      "/sandbox/psp/pagamenti",
      "POST",
      `${scelta("psp-idDominio", "Ente creditore", enti)}${testo("psp-numeroAvviso", "Numero avviso", numero)}${scelta("psp-psp", "PSP", psp)}` +
        `${spunta("psp-soloAttivazione", "Fermati all'attivazione")}${spunta("psp-senzaRicevuta", "Paga, senza che esista una ricevuta")}${spunta("psp-ricevutaSmarrita", "Paga, e la ricevuta si perde per strada")}`,
      `${bottone("Verifica", 'data-azione="/sandbox/psp/verifica" data-campi="idDominio,numeroAvviso,psp"')}` +
        `${bottone("Opzioni", 'data-azione="/sandbox/psp/opzioni" data-campi="idDominio,numeroAvviso"')}${bottone("Paga")}`,
    ),
  ),
  scheda(
    "titolo-spontanei",
    "Un servizio, senza avviso",
    "Si chiede a un PSP di pagare un servizio del catalogo: l'ente crea il debito e risponde con il numero avviso.",
    modulo(
      "/sandbox/psp/spontanei",
      "POST",
      `${scelta(
        "spo-servizio",
        "Servizio",
        SERVIZI.map(({ nome }) => [nome, nome]),
      )}${testo("spo-codiceFiscale", "Codice fiscale", 'maxlength="16" value="RSSMRA85T10A562S"')}` +
        `${testo("spo-nome", "Nome e cognome", 'maxlength="50" value="Mario Rossi"')}${testo("spo-targa", "Targa (tassa automobilistica)", 'maxlength="8" value="AB123CD"')}` +
        testo("spo-importo", "Importo (canone unico)", 'type="number" min="0.01" step="0.01" value="35.50"'),
      bottone("Chiedi l'avviso"),
    ),
  ),
  scheda(
    "titolo-rendicontazione",
    "La sera dei PSP",
    "I PSP rendicontano ciò che hanno incassato e ordinano il riversamento per il giorno dopo.",
    modulo(
      "/sandbox/psp/rendicontazione",
      "POST",
      testo("rend-data", "Giorno dei pagamenti (vuoto: tutti)", 'type="date"'),
      bottone("Rendiconta"),
    ),
  ),
  scheda(
    "titolo-tesoriere",
    "Il tesoriere",
    "Il giornale di cassa di un giorno, in ogni formato (vuoto: l'ultimo giorno con movimenti).",
    modulo(
      "/sandbox/tesoriere/giornale-di-cassa",
      "GET",
      `${scelta("tes-idDominio", "Ente creditore", enti)}${testo("tes-data", "Giorno contabile", 'type="date"')}` +
        scelta("tes-formato", "Formato", [
          ["opi", "OPI 1.8"],
          ["camt053", "camt.053"],
          ["rh", "CBI RH"],
          ["csv", "CSV"],
          ["poste", "CSV di Poste"],
          ["banca", "CSV di una banca"],
        ]),
      bottone("Mostra"),
    ),
  ),
  scheda(
    "titolo-orologio",
    "L'orologio",
    '<span id="orologio" aria-live="polite">Ora della macchina in lettura…</span>',
    modulo(
      "/sandbox/orologio/avanza",
      "POST",
      `${testo("ora-giorni", "Giorni", 'type="number" min="0" max="400" value="1"')}${testo("ora-ore", "Ore", 'type="number" min="0" max="1000" value="0"')}` +
        testo("ora-minuti", "Minuti", 'type="number" min="0" max="1000" value="0"'),
      bottone("Avanza"),
    ) + modulo("/sandbox/schedulazioni/{nome}", "POST", scelta("sched-nome", "Schedulazione", []), bottone("Esegui ora")),
  ),
  scheda(
    "titolo-ente",
    "Il gestionale dell'ente",
    "Le ricevute che il gateway ha notificato all'applicazione.",
    modulo("/sandbox/ente/ricevute", "GET", scelta("ente-idDominio", "Ente creditore", enti), bottone("Mostra")),
  ),
  scheda(
    "titolo-verticale",
    "Il verticale che non carica",
    "Crea un debito che solo il gestionale conosce: alla verifica di un PSP il gateway lo chiede a lui. E gli si può dire di rispondere male.",
    modulo(
      "/sandbox/ente/debiti",
      "POST",
      `${scelta("vert-idDominio", "Ente creditore", enti)}${testo("vert-importo", "Importo", 'type="number" min="0.01" step="0.01" value="42.50"')}` +
        scelta(
          "vert-stato",
          "Stato",
          STATI.map((stato) => [stato, stato]),
        ),
      bottone("Crea il debito"),
    ) +
      modulo(
        "/sandbox/ente/comportamento",
        "POST",
        `${scelta(
          "modi-tipo",
          "Come risponde",
          MANIERE.map((maniera) => [maniera, maniera]),
        )}${testo("modi-volte", "Per quante domande (vuoto: sempre)", 'type="number" min="1" max="1000"')}`,
        bottone("Cambia"),
      ),
  ),
  scheda(
    "titolo-checkout",
    "Checkout",
    "I carrelli aperti dai portali degli enti: aprili per pagarli.",
    `<ul id="carrelli" class="fio-elenco"><li>Nessun carrello.</li></ul>`,
  ),
  scheda(
    "titolo-stazione",
    "La stazione e le ricevute",
    "Con la stazione giù la piattaforma risponde al suo posto e trattiene le ricevute, finché la sonda non la ritrova. Una ricevuta si può mandare di nuovo.",
    modulo(
      "/sandbox/nodo/stand-in",
      "POST",
      `${scelta("stazione-idDominio", "Ente creditore", enti)}${spunta("stazione-attivo", "La stazione è giù")}`,
      `${bottone("Cambia")}${bottone("Sonda", 'data-azione="/sandbox/nodo/stand-in/sonda" data-campi="idDominio"')}`,
    ) +
      modulo(
        "/sandbox/nodo/ricevute/{nome}/invia",
        "POST",
        testo("ricevuta-nome", "Identificativo della ricevuta", 'required autocomplete="off" maxlength="35"'),
        bottone("Manda di nuovo"),
      ),
  ),
  scheda(
    "titolo-guasti",
    "I guasti",
    "I prossimi scambi di una parte saranno in ritardo, persi, doppi, malformati, rifiutati, fuori ordine, lasciati scadere o con uno stato HTTP; le prossime marche da bollo, contraffatte.",
    modulo(
      "/sandbox/guasti",
      "POST",
      `${scelta(
        "guasto-parte",
        "Parte",
        PARTI.map((parte) => [parte, parte]),
      )}${scelta(
        "guasto-tipo",
        "Guasto",
        TIPI_GUASTO.map((tipo) => [tipo, tipo]),
      )}${testo("guasto-volte", "Quante volte", 'type="number" min="1" max="1000" value="1"')}` +
        `${testo("guasto-operazione", "Solo questa operazione (vuoto: qualunque)", 'autocomplete="off" placeholder="paSendRTV2"')}` +
        `${testo("guasto-stato", `Stato, se è «http»: ${STATI_HTTP.join(", ")}`, 'type="number" placeholder="503"')}` +
        `${testo("guasto-millisecondi", "Millisecondi, se è «ritardo» o «timeout»", 'type="number" min="1" max="60000" placeholder="3000, 15000"')}` +
        scelta("guasto-fase", "Se è «perso», si perde", [
          ["richiesta", "la richiesta"],
          ["risposta", "la risposta"],
        ]),
      bottone("Prepara il guasto"),
    ),
  ),
  scheda(
    "titolo-svuota",
    "Da capo",
    "Cancella pendenze, pagamenti, flussi e stato della sandbox, e ricrea l'anagrafica dimostrativa.",
    `<form data-azione="/sandbox" data-metodo="DELETE" data-conferma="Svuotare tutto? I dati di prova saranno persi."><div class="fio-bottoni"><button type="submit" class="btn btn-outline-danger btn-sm">Svuota tutto</button></div></form>`,
  ),
];

export const paginaBanco = (): string =>
  paginaHtml({
    titolo: "Sandbox",
    sezione: "sandbox",
    modulo: "banco.js",
    contenuto: `<h1>La sandbox</h1>
<p class="lead">Qui si interpretano tutte le parti di pagoPA. In fondo, i messaggi così come sono passati.</p>
<p>Ogni esito si provoca anche con il solo <a href="/sandbox/valori">valore della pendenza</a>; ciò che Fiorino comunica al gestionale si vede fra le <a href="/sandbox/callback">chiamate ricevute</a>.</p>
<div class="fio-griglia fio-larga">${schede.join("\n")}</div>
<section class="mt-5" aria-labelledby="titolo-esito"><h2 class="h3" id="titolo-esito" tabindex="-1">Ultimo esito</h2>
<div id="esito" role="status" aria-live="polite"><p>Nessuna operazione ancora.</p></div></section>
<section class="mt-5" aria-labelledby="titolo-messaggi"><h2 class="h3" id="titolo-messaggi">Messaggi</h2>
<div id="messaggi"><p>Nessun messaggio ancora.</p></div></section>`,
  });
