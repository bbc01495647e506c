/** A whole run on a machine of its own: start, payments and kills, comparison, report. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chiama, elencoDi, testoDi } from "../demo/cliente.ts";
import { type Ambiente, type EsitoCorsa, type Impostazioni, runCorsa } from "./corsa.ts";
import { type Conteggi, type Credenziali, createPorta } from "./porta.ts";
import { createProcesso } from "./processo.ts";
import { type EsitoVerifica, verifyArchivio } from "./verifica.ts";

export interface EsitoProva {
  readonly impostazioni: Impostazioni;
  readonly corsa: EsitoCorsa;
  readonly conteggi: Conteggi;
  readonly verifica: EsitoVerifica;
}

const credenzialiDi = (ambiente: unknown, chi: string): Credenziali => ({
  username: testoDi(ambiente, chi, "username"),
  password: testoDi(ambiente, chi, "password"),
});

const readAmbiente = (ambiente: unknown): Ambiente => ({
  idA2A: testoDi(ambiente, "applicazione", "idA2A"),
  idStazione: testoDi(ambiente, "stazione"),
  creditori: elencoDi(ambiente, "creditori").map((creditore) => testoDi(creditore, "idDominio")),
  urlPendenze: testoDi(ambiente, "api", "pendenze"),
  urlRiconciliazione: testoDi(ambiente, "api", "riconciliazione"),
});

/** @param racconta lines of progress. The state folder is deleted at the end, unless something differs: then it is left, and named. */
export const runProva = async (impostazioni: Impostazioni, racconta: (riga: string) => void): Promise<EsitoProva> => {
  const cartella = mkdtempSync(join(tmpdir(), "fiorino-soak-"));
  const processo = await createProcesso(cartella);
  let pulita = false;
  try {
    racconta("avvio della macchina");
    await processo.start();
    const { corpo: descrizione } = await chiama(`${processo.base}/sandbox/ambiente`, { atteso: 200, muta: true });
    const ambiente = readAmbiente(descrizione);
    const porta = createPorta(processo.base, credenzialiDi(descrizione, "applicazione"), credenzialiDi(descrizione, "nodo"));
    const corsa = await runCorsa(impostazioni, processo, ambiente, porta, racconta);
    racconta("confronto con l'archivio");
    const verifica = await verifyArchivio(porta, ambiente, corsa.verita);
    pulita = verifica.differenze.length === 0;
    return { impostazioni, corsa, conteggi: porta.conteggi, verifica };
  } finally {
    await processo.kill("SIGKILL");
    if (pulita) rmSync(cartella, { recursive: true, force: true, maxRetries: 5 });
    else racconta(`stato conservato in ${cartella}`);
  }
};
