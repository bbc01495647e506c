/**
 * A payment page for browsers: one accessible document in the language asked, without anything from elsewhere (EN 301 549). Texts of the office are escaped; the
 * script and the style are ours, always the same, so that the policy of the document names their digests and nothing else runs.
 */
import type * as z from "zod";
import type { PaginaPubblica } from "../../contracts/cittadino/pagine.ts";
import type { LinguaForm } from "../../domain/form/lingue-form.ts";
import { formatImportoPagina } from "./importo-pagina.ts";

type Pagina = z.input<typeof PaginaPubblica>;
type Captcha =
  | { readonly tipo: "NESSUNO" }
  | { readonly tipo: "FIORINO"; readonly sfida: string; readonly difficolta: number }
  | { readonly tipo: "ESTERNO" };

interface Testi {
  readonly identificativo: string;
  readonly anagrafica: string;
  readonly email: string;
  readonly importo: string;
  readonly da: string;
  readonly a: string;
  readonly paga: string;
  readonly attesa: string;
  readonly chiusa: string;
  readonly avviso: string;
  readonly accetto: string;
  readonly obbligatorio: string;
  /** On the link to Checkout, where the page is in a frame. */
  readonly prosegui: string;
}

const TESTI: Readonly<Record<LinguaForm, Testi>> = {
  it: {
    ...{
      identificativo: "Codice fiscale o partita IVA",
      anagrafica: "Nome e cognome, o ragione sociale",
      email: "E-mail",
      importo: "Importo (euro)",
    },
    ...{ da: "da", a: "a", paga: "Paga con pagoPA", attesa: "Un momento…", chiusa: "Questa pagina ora non accetta pagamenti." },
    ...{
      avviso: "Il pagamento è pronto ma pagoPA non risponde: si può pagare questo avviso",
      accetto: "Ho letto l'informativa",
      obbligatorio: "obbligatorio",
      prosegui: "Continua su pagoPA",
    },
  },
  en: {
    ...{ identificativo: "Tax code or VAT number", anagrafica: "Full name, or company name", email: "E-mail", importo: "Amount (euro)" },
    ...{ da: "from", a: "to", paga: "Pay with pagoPA", attesa: "One moment…", chiusa: "This page does not take payments now." },
    ...{
      avviso: "The payment is ready but pagoPA does not answer: you can pay this notice",
      accetto: "I have read the privacy notice",
      obbligatorio: "required",
      prosegui: "Continue on pagoPA",
    },
  },
  de: {
    ...{
      identificativo: "Steuernummer oder MwSt.-Nummer",
      anagrafica: "Vor- und Nachname, oder Firma",
      email: "E-Mail",
      importo: "Betrag (Euro)",
    },
    ...{
      da: "von",
      a: "bis",
      paga: "Mit pagoPA bezahlen",
      attesa: "Einen Moment…",
      chiusa: "Diese Seite nimmt zurzeit keine Zahlungen an.",
    },
    ...{
      avviso: "Die Zahlung ist bereit, aber pagoPA antwortet nicht: dieser Bescheid kann bezahlt werden",
      accetto: "Ich habe die Datenschutzhinweise gelesen",
      obbligatorio: "Pflichtfeld",
      prosegui: "Weiter zu pagoPA",
    },
  },
  fr: {
    ...{
      identificativo: "Code fiscal ou numéro de TVA",
      anagrafica: "Nom et prénom, ou raison sociale",
      email: "E-mail",
      importo: "Montant (euros)",
    },
    ...{
      da: "de",
      a: "à",
      paga: "Payer avec pagoPA",
      attesa: "Un instant…",
      chiusa: "Cette page n'accepte pas de paiements pour l'instant.",
    },
    ...{
      avviso: "Le paiement est prêt mais pagoPA ne répond pas : vous pouvez payer cet avis",
      accetto: "J'ai lu la notice d'information",
      obbligatorio: "obligatoire",
      prosegui: "Continuer sur pagoPA",
    },
  },
  sl: {
    ...{
      identificativo: "Davčna številka ali številka DDV",
      anagrafica: "Ime in priimek, ali naziv podjetja",
      email: "E-pošta",
      importo: "Znesek (evro)",
    },
    ...{ da: "od", a: "do", paga: "Plačaj s pagoPA", attesa: "Trenutek…", chiusa: "Ta stran trenutno ne sprejema plačil." },
    ...{
      avviso: "Plačilo je pripravljeno, vendar pagoPA ne odgovarja: to obvestilo lahko plačate",
      accetto: "Prebral sem obvestilo o zasebnosti",
      obbligatorio: "obvezno",
      prosegui: "Nadaljuj na pagoPA",
    },
  },
};

export const STILE = `:root{color-scheme:light}body{margin:0;background:#fff;color:#17324d;font:1.0625rem/1.5 "Titillium Web",Arial,sans-serif}
header{background:#06c;color:#fff;padding:1rem 1.25rem}header p{margin:0;font-weight:700}main{max-width:38rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 1rem}label{display:block;font-weight:600;margin-top:1.1rem}
input{box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid #5d7083;border-radius:4px;background:#fff;color:inherit}
input[type=checkbox]{width:1.4rem;height:1.4rem;margin-right:.6rem;flex:none}input[readonly]{background:#eef2f6}.riga{display:flex;align-items:flex-start;font-weight:400}
button{margin-top:1.8rem;font:inherit;font-weight:700;color:#fff;background:#06c;border:0;border-radius:4px;padding:.8rem 1.6rem;cursor:pointer}
button[disabled]{background:#5d7083}:focus-visible{outline:3px solid #f90;outline-offset:2px}small{color:#455a70}[role=alert]{margin-top:1.2rem;padding:.8rem 1rem;border-left:5px solid #d9364f;background:#fdf3f4}
[role=alert]:empty{display:none}nav a{margin-right:.8rem;color:#06c}`;

/** Two decimals at most: three figures after a point or a comma are thousands, whoever writes them, and never cents. */
const IMPORTO = String.raw`\d+([.,]\d{1,2})?|\d{1,3}(\.\d{3})+(,\d{1,2})?|\d{1,3}(,\d{3})+(\.\d{1,2})?`;

/**
 * The calculation asked of who has no credentials (docs/identita.md) is made here, a piece at a time, so that the page stays alive. In a frame Checkout, which lets nobody
 * frame it, opens in place of the page around: by a link, since browsers take a click for it and not a script.
 */
export const SCRIPT = `(()=>{const f=document.querySelector("form");if(!f)return;const d=f.dataset,e=document.querySelector("[role=alert]"),b=f.querySelector("button"),t=b.textContent;
const zeri=h=>{let n=0;for(const x of new Uint8Array(h)){if(x===0){n+=8;continue}return n+Math.clz32(x)-24}return n};
const prova=async()=>{if(!d.sfida)return"";const c=new TextEncoder();for(let n=0;;n++){const s=d.sfida+":"+n;if(zeri(await crypto.subtle.digest("SHA-256",c.encode(s)))>=Number(d.difficolta))return s}};
const euro=i=>{const m=/[.,](\\d{1,2})$/.exec(i);return Number((m?i.slice(0,m.index):i).replace(/[.,]/g,"")+"."+(m?m[1]:0))};
f.addEventListener("submit",async v=>{v.preventDefault();e.textContent="";b.disabled=true;b.textContent=d.attesa;try{const q=new FormData(f),p={},k={};
for(const n of["identificativo","anagrafica","email"]){const x=String(q.get(n)||"").trim();if(x)p[n]=x}
for(const[n,x]of q)if(n.startsWith("campi.")&&String(x).trim())k[n.slice(6)]=String(x).trim();
const c={pagatore:p,campi:k};const i=String(q.get("importo")||"").trim();if(i)c.importo=euro(i);if(q.get("consenso"))c.consensoInformativa=String(q.get("consenso"));
if(d.precompilato){c.precompilato=d.precompilato}
const g=await prova();const r=await fetch(location.pathname+(g?"?gRecaptchaResponse="+encodeURIComponent(g):""),{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify(c)});
const j=await r.json();if(r.ok&&j.redirect){if(window.top===window){location.assign(j.redirect);return}const a=document.createElement("a");a.href=j.redirect;a.target="_top";a.textContent=d.prosegui;f.replaceWith(a);a.focus();return}e.textContent=r.ok?d.avviso+": "+j.numeroAvviso:(j.dettaglio||j.descrizione);e.focus()}catch(x){e.textContent=String(x.message||x)}b.disabled=false;b.textContent=t})})();`;

const SEGNI: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const html = (testo: string): string => testo.replace(/[&<>"']/g, (c) => SEGNI[c] ?? "");

interface Casella {
  readonly nome: string;
  readonly etichetta: string;
  readonly obbligatorio: boolean;
  readonly valore: string | undefined;
  readonly altro: string;
  readonly nota?: string;
}

/** What a link already carries is shown and cannot be changed: the server would not take it. */
const casella = ({ nome, etichetta, obbligatorio, valore, altro, nota }: Casella, testi: Testi): string => {
  const segno = obbligatorio ? ` <small>(${html(testi.obbligatorio)})</small>` : "";
  const fissa = valore === undefined ? "" : ` value="${html(valore)}" readonly`;
  const aiuto = nota === undefined ? "" : `<small id="${html(nome)}-nota">${html(nota)}</small>`;
  const descritta = nota === undefined ? "" : ` aria-describedby="${html(nome)}-nota"`;
  return `<label for="${html(nome)}">${html(etichetta)}${segno}</label>${aiuto}<input id="${html(nome)}" name="${html(nome)}" ${altro}${obbligatorio ? " required" : ""}${fissa}${descritta}>`;
};

const caselle = ({ campi, importo, precompilati, lingua }: Pagina, testi: Testi): string => {
  const fisso = precompilati?.importo ?? (importo.tipo === "FISSO" ? importo.importo : undefined);
  const scrivi = (euro: number): string => formatImportoPagina(euro, lingua);
  const limiti =
    importo.tipo === "LIBERO" && fisso === undefined
      ? `${testi.da} ${scrivi(importo.minimo)} ${testi.a} ${scrivi(importo.massimo)}`
      : undefined;
  const tutte: readonly Casella[] = [
    {
      nome: "identificativo",
      etichetta: testi.identificativo,
      obbligatorio: true,
      valore: precompilati?.identificativo,
      altro: 'autocomplete="off" maxlength="16"',
    },
    {
      nome: "anagrafica",
      etichetta: testi.anagrafica,
      obbligatorio: true,
      valore: precompilati?.anagrafica,
      altro: 'autocomplete="name" maxlength="70"',
    },
    {
      nome: "email",
      etichetta: testi.email,
      obbligatorio: false,
      valore: precompilati?.email,
      altro: 'type="email" autocomplete="email" maxlength="256"',
    },
    ...campi.map(({ nome, etichetta, obbligatorio, lunghezzaMassima }) => ({
      ...{ nome: `campi.${nome}`, etichetta, obbligatorio, valore: precompilati?.campi?.[nome], altro: `maxlength="${lunghezzaMassima}"` },
    })),
    {
      ...{
        nome: "importo",
        etichetta: testi.importo,
        obbligatorio: true,
        valore: fisso === undefined ? undefined : scrivi(fisso),
        // The browser itself refuses another form, in its own language, and shows the example.
        altro: `inputmode="decimal" autocomplete="off" pattern="${IMPORTO}" title="${scrivi(1234.5)}"`,
      },
      ...(limiti !== undefined && { nota: limiti }),
    },
  ];
  return tutte.map((una) => casella(una, testi)).join("\n");
};

const consenso = ({ informativa }: Pagina, testi: Testi): string => {
  if (!informativa) return "";
  const link =
    informativa.url === undefined ? "" : ` <a href="${html(informativa.url)}" rel="noopener noreferrer">${html(informativa.url)}</a>`;
  const richiesto = informativa.obbligatoria ? " required" : "";
  return `<p>${html(informativa.testo)}${link}</p><label class="riga"><input type="checkbox" name="consenso" value="${html(informativa.versione)}"${richiesto}> ${html(testi.accetto)}</label>`;
};

/** @param precompilato token of the link followed, which goes back as it came. */
export const presentPaginaHtml = (pagina: Pagina, captcha: Captcha, precompilato: string | undefined): string => {
  const { titolo, descrizione, ente, stato, lingua, lingue } = pagina;
  const testi = TESTI[lingua];
  const sfida = captcha.tipo === "FIORINO" ? ` data-sfida="${html(captcha.sfida)}" data-difficolta="${captcha.difficolta}"` : "";
  const gettone = precompilato === undefined ? "" : ` data-precompilato="${html(precompilato)}"`;
  const altre = lingue.filter((altra) => altra !== lingua);
  const coda = precompilato === undefined ? "" : `&amp;p=${encodeURIComponent(precompilato)}`;
  const scelta = altre.map((altra) => `<a href="?lingua=${altra}${coda}" hreflang="${altra}" lang="${altra}">${altra}</a>`).join("");
  const modulo = `<form data-attesa="${html(testi.attesa)}" data-avviso="${html(testi.avviso)}" data-prosegui="${html(testi.prosegui)}"${sfida}${gettone}>
${caselle(pagina, testi)}
${consenso(pagina, testi)}
<div role="alert" tabindex="-1"></div>
<button type="submit">${html(testi.paga)}</button>
</form>`;
  return `<!doctype html>
<html lang="${lingua}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${html(titolo)} · ${html(ente.ragioneSociale)}</title><style>${STILE}</style></head>
<body>
<header><p>${html(ente.ragioneSociale)}</p></header>
<main>
${altre.length > 0 ? `<nav aria-label="${lingua}">${scelta}</nav>` : ""}
<h1>${html(titolo)}</h1>
${descrizione === undefined ? "" : `<p>${html(descrizione)}</p>`}
${stato === "APERTA" ? modulo : `<p role="status">${html(testi.chiusa)}</p>`}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
};
