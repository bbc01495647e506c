/** An installer's story: an installation of hundreds of creditors configured over the API, exported, imported where nothing is, and no difference found. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { attendi, campo, chiama, elencoDi, inParallelo, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { buildInstallazione, type Scrittura } from "../installazione.ts";
import type { Macchina } from "../macchina.ts";
import { check, Differenza, filo, passo, stato, titolo } from "../narratore.ts";
import type { Racconto } from "../racconto.ts";

/** How many creditors; fewer make the same story shorter. */
const ENTI = Number(process.env.FIORINO_DEMO_ENTI ?? 200);
const MANI = 6;
const ATTESA_SECONDI = 600;

type Chi = Macchina["amministratore"];

const misura = async <T>(cosa: (valore: T) => string, fai: () => Promise<T>): Promise<T> => {
  const inizio = performance.now();
  const valore = await fai();
  stato(`${cosa(valore)} in ${((performance.now() - inizio) / 1000).toFixed(1)} secondi`);
  return valore;
};

/** Created or replaced: the story can be told twice. */
const put = async (base: string, chi: Chi, { percorso, corpo }: Scrittura): Promise<void> => {
  const risposta = await fetch(`${base}${percorso}`, {
    method: "PUT",
    headers: {
      "content-type": "application/json",
      authorization: `Basic ${Buffer.from(`${chi.username}:${chi.password}`).toString("base64")}`,
    },
    body: JSON.stringify(corpo),
    signal: AbortSignal.timeout(60_000),
  });
  if (risposta.status !== 200 && risposta.status !== 201)
    throw new Differenza(`PUT ${percorso}: stato ${risposta.status}: ${(await risposta.text()).slice(0, 400)}`);
  await risposta.arrayBuffer();
};

const configure = async (base: string, chi: Chi): Promise<number> => {
  const { comuni, enti } = buildInstallazione(ENTI);
  for (const scrittura of comuni) await put(base, chi, scrittura);
  await inParallelo(enti, MANI, async (scritture) => {
    for (const scrittura of scritture) await put(base, chi, scrittura);
  });
  return comuni.length + enti.flat().length;
};

const esporta = async (base: string, chi: Chi): Promise<{ documento: Oggetto; byte: number }> => {
  const risposta = await fetch(`${base}/esportazioni/anagrafica`, {
    headers: { authorization: `Basic ${Buffer.from(`${chi.username}:${chi.password}`).toString("base64")}` },
    redirect: "manual",
    signal: AbortSignal.timeout(60_000),
  });
  // A large document is at the address of the answer, which wants no credentials of ours.
  const piena = risposta.status === 303 ? await fetch(risposta.headers.get("location") ?? "") : risposta;
  const testo = await piena.text();
  if (!piena.ok) throw new Differenza(`esportazione: stato ${piena.status}: ${testo.slice(0, 400)}`);
  return { documento: JSON.parse(testo), byte: Buffer.byteLength(testo) };
};

/** What two documents of the same registry share: not when they were made, nor which secrets stayed at home. */
const anagraficaDi = ({ data: _data, segretiEsclusi: _segreti, ...anagrafica }: Oggetto): Oggetto => anagrafica;

/** The first entries that differ, as they are in the two; the order of the fields does not count. */
const findDiverse = (prima: Oggetto, dopo: Oggetto): readonly string[] =>
  [...new Set([...Object.keys(prima), ...Object.keys(dopo)])].flatMap((sezione) => {
    const [una, altra] = [prima[sezione], dopo[sezione]];
    if (isDeepStrictEqual(una, altra)) return [];
    if (!Array.isArray(una) || !Array.isArray(altra)) return [`${sezione}: ${JSON.stringify(una)} → ${JSON.stringify(altra)}`];
    const diverse = una.flatMap((voce, i) =>
      isDeepStrictEqual(voce, altra[i]) ? [] : [`${sezione}: ${JSON.stringify(voce)} → ${JSON.stringify(altra[i])}`.slice(0, 3_000)],
    );
    return diverse.slice(0, 3);
  });

const importa = async (base: string, chi: Chi, documento: Oggetto, simulazione: boolean): Promise<Oggetto> => {
  const url = `${base}/importazioni/anagrafica`;
  const { corpo } = await chiama(`${url}?simulazione=${simulazione}`, { metodo: "POST", chi, corpo: documento, atteso: 202 });
  return attendi(
    "la fine dell'importazione",
    async () => {
      const { corpo: importazione } = await chiama(`${url}/${testoDi(corpo, "id")}`, { chi, atteso: 200, muta: true });
      return campo(importazione, "dataConclusione") === undefined ? undefined : importazione;
    },
    ATTESA_SECONDI,
  );
};

const showRifiuti = async (base: string, chi: Chi, importazione: Oggetto): Promise<void> => {
  if (numeroDi(importazione, "rifiutate") === 0) return;
  const { corpo } = await chiama(`${base}${testoDi(importazione, "esiti")}`, { chi, atteso: 200, muta: true });
  for (const voce of elencoDi(corpo, "voci")
    .filter((v) => v["esito"] === "RIFIUTATA")
    .slice(0, 10))
    filo(JSON.stringify(voce));
};

const portaLibera = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const indirizzo = server.address();
      server.close(() =>
        typeof indirizzo === "object" && indirizzo ? resolve(indirizzo.port) : reject(new Error("nessuna porta libera")),
      );
    });
  });

/** An installation that nobody has configured: no sandbox, empty tables, its own state, thrown away at the end. */
const openVuota = async (chi: Chi): Promise<{ base: string; close(): Promise<void> }> => {
  const porta = await portaLibera();
  const cartella = mkdtempSync(join(tmpdir(), "fiorino-installazione-"));
  const figlio = spawn(process.execPath, [fileURLToPath(new URL("../../start.mjs", import.meta.url))], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PORT: String(porta), FIORINO_STATO: cartella, FIORINO_SENZA_SANDBOX: "1", FIORINO_SENZA_OSSERVATORE: "1" },
  });
  const finito = new Promise<void>((resolve) => figlio.once("exit", () => resolve()));
  const base = `http://127.0.0.1:${porta}/backoffice/v1`;
  const close = async (): Promise<void> => {
    figlio.kill("SIGTERM");
    await finito;
    rmSync(cartella, { recursive: true, force: true });
  };
  try {
    await attendi(
      "l'avvio della seconda installazione",
      async () => {
        if (figlio.exitCode !== null) throw new Differenza("la seconda installazione non è partita: vedere sopra");
        try {
          return (await chiama(`${base}/profilo`, { chi, atteso: 200, muta: true })).corpo;
        } catch {
          return undefined;
        }
      },
      120,
    );
  } catch (errore) {
    await close();
    throw errore;
  }
  return { base, close };
};

const showAttivazione = async (base: string, chi: Chi, documento: Oggetto): Promise<void> => {
  const enti = elencoDi(documento, "domini");
  const idDominio = testoDi(enti.at(-1), "idDominio");
  const { corpo } = await chiama(`${base}/domini/${idDominio}/attivazione`, { chi, atteso: 200 });
  for (const verifica of elencoDi(corpo, "verifiche").filter((v) => v["stato"] === "MANCA" || v["stato"] === "DA_VERIFICARE"))
    filo(`${testoDi(verifica, "stato")} ${testoDi(verifica, "codice")}: ${testoDi(verifica, "descrizione")}`);
};

export const run: Racconto = async (macchina) => {
  const { amministratore: chi } = macchina;
  const { backoffice } = macchina.api;
  titolo(`Installazione: ${ENTI} enti configurati, esportati, importati altrove`);

  passo(`Si configurano ${ENTI} enti da zero: unità, conti, entrate, tipi pendenza, applicazioni, operatori, ruoli`);
  await misura(
    (scritture) => `${scritture} PUT`,
    () => configure(backoffice, chi),
  );

  passo("Si esporta tutta l'anagrafica in un documento, senza segreti");
  const { documento, byte } = await misura(
    ({ byte: quanti }) => `${(quanti / 1000).toFixed(0)} kB in una richiesta`,
    () => esporta(backoffice, chi),
  );
  stato(
    `sezioni: ${Object.entries(documento)
      .flatMap(([nome, valore]) => (Array.isArray(valore) ? [`${nome} ${valore.length}`] : []))
      .join(", ")}`,
  );
  check("nel documento non c'è un'impronta di password", JSON.stringify(documento).includes("scrypt"), false);

  passo("Si accende una seconda installazione, vuota");
  const vuota = await openVuota(chi);
  try {
    check("sezioni della seconda installazione", Object.keys(anagraficaDi((await esporta(vuota.base, chi)).documento)), [
      "schema",
      "versione",
    ]);

    passo("Il confronto a vuoto: tutto è da aggiungere, nulla è scritto");
    const confronto = await misura(
      () => "confronto",
      () => importa(vuota.base, chi, documento, true),
    );
    const voci = numeroDi(confronto, "confronto", "aggiunte");
    check(
      "voci modificate, invariate e assenti",
      [
        numeroDi(confronto, "confronto", "modificate"),
        numeroDi(confronto, "confronto", "invariate"),
        numeroDi(confronto, "confronto", "assenti"),
      ],
      [0, 0, 0],
    );

    passo(`Si importa: ${voci} voci, ognuna con le regole della sua PUT`);
    const importazione = await misura(
      () => `${voci} voci importate (${byte} byte)`,
      () => importa(vuota.base, chi, documento, false),
    );
    await showRifiuti(vuota.base, chi, importazione);
    check("voci scritte", numeroDi(importazione, "scritte"), voci);
    check("stato dell'importazione", testoDi(importazione, "stato"), "CONCLUSA");

    passo("Si esporta di nuovo e si confronta");
    const ritorno = await esporta(vuota.base, chi);
    check("voci diverse tra le due anagrafiche", findDiverse(anagraficaDi(documento), anagraficaDi(ritorno.documento)), []);
    const finale = await importa(vuota.base, chi, documento, true);
    check(
      "differenze",
      [numeroDi(finale, "confronto", "aggiunte"), numeroDi(finale, "confronto", "modificate"), numeroDi(finale, "confronto", "assenti")],
      [0, 0, 0],
    );
    check("voci uguali", numeroDi(finale, "confronto", "invariate"), voci);

    passo("Che cosa manca a un ente per incassare, secondo l'assistente");
    await showAttivazione(vuota.base, chi, documento);
  } finally {
    await vuota.close();
  }
};
