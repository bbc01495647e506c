// The bench: each form is one call of the sandbox's JSON API. Text only ever enters the page as text, never as markup.
const esito = document.getElementById("esito");
const messaggi = document.getElementById("messaggi");
const carrelli = document.getElementById("carrelli");
const orologio = document.getElementById("orologio");

const crea = (nome, testo, classe) => {
  const elemento = document.createElement(nome);
  if (testo !== undefined) elemento.textContent = testo;
  if (classe !== undefined) elemento.className = classe;
  return elemento;
};

// Indents XML so that it can be read; what is not XML is left alone.
const rientra = (testo) => {
  if (!testo.trimStart().startsWith("<")) return testo;
  let livello = 0;
  return testo
    .replace(/>\s*</g, ">\n<")
    .split("\n")
    .map((riga) => {
      if (/^<\//.test(riga)) livello = Math.max(0, livello - 1);
      const rientrata = "  ".repeat(livello) + riga;
      if (/^<[^!?/]/.test(riga) && !/\/>$/.test(riga) && !/<\/[^>]+>$/.test(riga)) livello += 1;
      return rientrata;
    })
    .join("\n");
};

const blocco = (titolo, testo) => {
  const parte = crea("div");
  const contenuto = crea("pre", testo === "" ? "(vuoto)" : rientra(testo));
  contenuto.tabIndex = 0;
  contenuto.setAttribute("aria-label", titolo);
  parte.append(crea("h4", titolo), contenuto);
  return parte;
};

const mostraMessaggio = (scambio) => {
  const voce = crea("details", undefined, "fio-messaggio");
  const testa = crea("summary");
  const buono = scambio.statoHttp >= 200 && scambio.statoHttp < 400 && scambio.errore === undefined && !scambio.risposta.includes("<outcome>KO<");
  testa.append(
    crea("strong", scambio.operazione),
    crea("span", scambio.parte === "nodo" ? "dal Nodo al gateway" : `dal gateway a: ${scambio.parte}`),
    crea("span", `HTTP ${scambio.statoHttp === 0 ? "nessuna risposta" : scambio.statoHttp}`, buono ? "fio-bene" : "fio-male"),
    crea("span", `${scambio.millisecondi} ms`),
    crea("span", scambio.istante ?? ""),
  );
  if (scambio.errore !== undefined) testa.append(crea("span", scambio.errore, "fio-male"));
  const coppia = crea("div", undefined, "coppia");
  coppia.append(blocco("Richiesta", `${scambio.parte === "nodo" ? "" : `${scambio.indirizzo}\n\n`}${scambio.richiesta}`), blocco("Risposta", scambio.risposta));
  voce.append(testa, coppia);
  return voce;
};

const chiama = async (metodo, percorso, corpo) => {
  const risposta = await fetch(percorso, {
    method: metodo,
    headers: corpo === undefined ? {} : { "content-type": "application/json" },
    body: corpo === undefined ? undefined : JSON.stringify(corpo),
  });
  const testo = await risposta.text();
  const json = (risposta.headers.get("content-type") ?? "").includes("json");
  return { stato: risposta.status, testo: json ? JSON.stringify(JSON.parse(testo), null, 2) : testo, json: json ? JSON.parse(testo) : undefined };
};

let visti = 0;
const aggiorna = async () => {
  const [{ json: nuovi }, { json: aperti }, { json: ora }] = await Promise.all([
    chiama("GET", `/sandbox/scambi?dopo=${visti}`),
    chiama("GET", "/sandbox/checkout/carts"),
    chiama("GET", "/sandbox/orologio"),
  ]);
  for (const scambio of nuovi.scambi) {
    if (visti === 0) messaggi.textContent = "";
    visti = scambio.numero;
    messaggi.prepend(mostraMessaggio(scambio));
  }
  const elenco = aperti.carrelli.map((carrello) => {
    const riga = crea("li");
    const collegamento = crea("a", carrello.paymentNotices.length === 1 ? "Carrello di un avviso" : `Carrello di ${carrello.paymentNotices.length} avvisi`);
    collegamento.href = `/sandbox/checkout/c/${encodeURIComponent(carrello.id)}`;
    riga.append(collegamento, crea("span", ` ${carrello.stato.toLowerCase().replace("_", " ")}`));
    return riga;
  });
  carrelli.replaceChildren(...(elenco.length === 0 ? [crea("li", "Nessun carrello.")] : elenco.toReversed()));
  orologio.textContent = `Adesso sono le ${ora.oraDiRoma.slice(11, 16)} del ${ora.giorno.split("-").toReversed().join("/")}.`;
};

const leggi = (modulo, soltanto) => {
  const corpo = {};
  for (const campo of modulo.elements) {
    if (campo.name === "" || (soltanto !== undefined && !soltanto.includes(campo.name))) continue;
    if (campo.type === "checkbox") {
      if (campo.checked) corpo[campo.name] = true;
    } else if (campo.value !== "") corpo[campo.name] = campo.type === "number" ? Number(campo.value) : campo.value;
  }
  return corpo;
};

const mostraEsito = (titolo, { stato, testo, json }) => {
  const bene = stato < 400 && json?.esito !== "KO";
  esito.replaceChildren(
    crea("p", `${titolo}: HTTP ${stato}${json?.esito === undefined || typeof json.esito !== "string" ? "" : `, esito ${json.esito}`}`, bene ? "fio-bene" : "fio-male"),
  );
  const mostrato = json?.scambi === undefined ? testo : JSON.stringify({ ...json, scambi: `${json.scambi.length} messaggi, più sotto` }, null, 2);
  esito.append(blocco("Risposta", mostrato));
};

const invia = async (evento) => {
  evento.preventDefault();
  const modulo = evento.target;
  const bottone = evento.submitter;
  if (modulo.dataset.conferma !== undefined && !window.confirm(modulo.dataset.conferma)) return;
  const corpo = leggi(modulo, bottone?.dataset.campi?.split(","));
  const metodo = modulo.dataset.metodo;
  const azione = (bottone?.dataset.azione ?? modulo.dataset.azione).replace("{nome}", encodeURIComponent(corpo.nome ?? ""));
  if (bottone) bottone.disabled = true;
  esito.replaceChildren(crea("p", "In corso…"));
  try {
    const parametri = metodo === "GET" ? `?${new URLSearchParams(corpo)}` : "";
    const inviato = metodo === "POST" && !azione.startsWith("/sandbox/schedulazioni/") ? corpo : undefined;
    mostraEsito(bottone?.textContent ?? azione, await chiama(metodo, azione + parametri, inviato));
    await aggiorna();
  } catch (errore) {
    esito.replaceChildren(crea("p", `La sandbox non risponde: ${errore.message}`, "fio-male"));
  } finally {
    if (bottone) bottone.disabled = false;
  }
};

for (const modulo of document.querySelectorAll("form[data-azione]")) modulo.addEventListener("submit", invia);

const { json } = await chiama("GET", "/sandbox/schedulazioni");
const scelte = document.getElementById("sched-nome");
for (const { name } of json.schedulazioni) scelte.append(new Option(name, name));
await aggiorna();
// Receipts repeated and carts opened by portals appear by themselves.
setInterval(() => {
  if (!document.hidden) aggiorna().catch(() => undefined);
}, 5000);
