/**
 * Il portale più piccolo che porta un cittadino dal debito alla ricevuta, con o senza accesso. Usa solo il client generato dai documenti OpenAPI:
 * le stesse funzioni vanno in una pagina servita con Fiorino (il browser porta i cookie) e in Node con un `fetch` che li conservi.
 */
import { createClient, type Opzioni } from "../../clients/typescript/src/client.ts";
import { type NuovoPagamento, type Pagamento, pagamento } from "../../clients/typescript/src/pagamento.ts";
import { utente } from "../../clients/typescript/src/utente.ts";

/** Il codice di un pagamento (IUV) è il numero d'avviso senza le prime cifre. */
const iuvOf = (numeroAvviso: string): string => numeroAvviso.slice(numeroAvviso.startsWith("0") ? 3 : 1);

const startsWithZeri = (impronta: Uint8Array, bit: number): boolean => {
  const [primi = 0, secondi = 0, terzi = 0, quarti = 0] = impronta;
  return bit === 0 || (((primi << 24) | (secondi << 16) | (terzi << 8) | quarti) >>> 0) >>> (32 - bit) === 0;
};

/** La prova di non essere un programma che tenta avvisi a caso: un calcolo, che nessuno vede (docs/identita.md). */
const solve = async (sfida: string, difficolta: number): Promise<string> => {
  for (let n = 0; ; n++) {
    const impronta = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${sfida}:${n}`));
    if (startsWithZeri(new Uint8Array(impronta), difficolta)) return `${sfida}:${n}`;
  }
};

export const createPortale = (opzioni: Opzioni) => {
  const pagamenti = createClient(pagamento, opzioni);
  const accesso = createClient(utente, opzioni);

  /** Da mandare con ogni domanda di chi non ha acceduto, dove l'installazione la chiede. */
  const prova = async (): Promise<{ gRecaptchaResponse?: string }> => {
    const { captcha } = (await accesso.call("getMetodiAccesso")).dati;
    return captcha.tipo === "FIORINO" ? { gRecaptchaResponse: await solve(captcha.sfida, captcha.difficolta) } : {};
  };

  const readRicevute = async (fatto: Pagamento): Promise<readonly Blob[]> => {
    const pdf: Blob[] = [];
    for (const { idDominio, numeroAvviso } of fatto.pendenze) {
      const percorso = { idDominio, iuv: iuvOf(numeroAvviso) };
      const { risultati } = (await pagamenti.call("findRicevute", { percorso })).dati;
      for (const { idRicevuta } of risultati)
        pdf.push((await pagamenti.call("getRicevuta", { percorso: { ...percorso, idRicevuta }, accetta: "application/pdf" })).dati);
    }
    return pdf;
  };

  return {
    /** Dove mandare il browser perché il cittadino acceda; torna a `ritorno`, una pagina del portale, con la sessione aperta. */
    urlAccesso: (provider: string, ritorno: string): string => accesso.urlOf("login", { query: { provider, ritorno } }),

    /** Chi ha acceduto. */
    readCittadino: async () => (await accesso.call("getProfilo")).dati,

    /** I debiti da pagare di chi ha acceduto. */
    findDebiti: async () => (await pagamenti.call("findPendenze", { query: { stato: "NON_ESEGUITA" } })).dati.risultati,

    /** Un avviso, per chi non ha acceduto: vuole anche il codice fiscale del debitore. */
    readAvviso: async (idDominio: string, numeroAvviso: string, idDebitore: string) =>
      (await pagamenti.call("getAvviso", { percorso: { idDominio, numeroAvviso }, query: { idDebitore, ...(await prova()) } })).dati,

    /** Avvia il pagamento: `redirect` è la pagina dove si paga, `id` serve al ritorno. */
    start: async (pendenze: NuovoPagamento["pendenze"], urlRitorno: string) =>
      (await pagamenti.call("addPagamento", { query: await prova(), corpo: { pendenze, urlRitorno } })).dati,

    /** Al ritorno: aspetta che sia la ricevuta a dire com'è andata, e dà il pagamento con le quietanze in PDF. */
    finish: async (id: string, secondi = 60): Promise<{ readonly fatto: Pagamento; readonly quietanze: readonly Blob[] }> => {
      for (let volta = 0; ; volta++) {
        const fatto = (await pagamenti.call("getPagamento", { percorso: { id } })).dati;
        if (fatto.stato !== "IN_CORSO" || volta >= secondi) return { fatto, quietanze: await readRicevute(fatto) };
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    },
  };
};
