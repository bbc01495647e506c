/**
 * `npm run bench`: a table and JSON of the figures, as ratios to a floor measured in the same run.
 * Names after it choose the parts: `npm run bench -- flussi` (operazioni, pagopa, flussi, tracciati, avvisi, autenticazione, esportazioni, tesoreria, caricamenti, riconciliazione, webhook).
 */
import { writeFileSync } from "node:fs";
import { measureAutenticazione } from "./autenticazione.ts";
import { measureAvvisi, measureRicevute, measureStampe } from "./avvisi.ts";
import { measureCaricamenti } from "./caricamento.ts";
import { measureEsportazioni } from "./esportazioni.ts";
import { startFdrFinto } from "./fdr-finto.ts";
import { measureFlussi } from "./flussi.ts";
import { startImpianto } from "./impianto.ts";
import { measureInsieme } from "./misura.ts";
import { createOperazioni, loadFunzioni, type Operazione } from "./operazioni.ts";
import { measureBusta, measureCarico } from "./pagopa.ts";
import { createNudo, record, replay, watchClients } from "./registratore.ts";
import { INTESTAZIONE, measureRiconciliazione, rigaVoto } from "./riconciliazione.ts";
import { measureTesoreria } from "./tesoreria.ts";
import { measureTracciato } from "./tracciati.ts";
import { measureWebhook } from "./webhook.ts";

const QUANTE = Number(process.env.BENCH_OPERAZIONI ?? 200);
const CONCORRENZE = [1, 32] as const;

const stampa = (riga: string): void => {
  process.stdout.write(`${riga}\n`);
};
const cifra = (numero: number, decimali = 1): string => numero.toFixed(decimali).padStart(9);

const PARTI = process.argv.slice(2);
const vuole = (parte: string): boolean => PARTI.length === 0 || PARTI.includes(parte);

/** What the Node calls, with what the part `pagopa` wants of each: a ratio, and a constant rate. */
const DEL_NODO = ["paVerifyPaymentNotice", "paGetPaymentV2", "paSendRTV2 fino alla risposta"];
const AL_SECONDO = Number(process.env.BENCH_AL_SECONDO ?? 200);
const SECONDI = Number(process.env.BENCH_SECONDI ?? 60);

const measureOperazioni = async (operazioni: readonly Operazione[]) => {
  const nudo = createNudo();
  stampa("operazione                      conc.  op/s    p50 ms    p99 ms   op/s nude  rapporto  traguardo");
  const righe = [];
  for (const operazione of operazioni) {
    const richieste = await record(() => operazione.run(0));
    for (const concorrenza of CONCORRENZE) {
      const [nuda, nostra] = await measureInsieme([() => replay(nudo, richieste), operazione.run], QUANTE, concorrenza);
      if (!nuda || !nostra) throw new Error("misura mancante");
      const rapporto = nostra.alSecondo / nuda.alSecondo;
      righe.push({
        operazione: operazione.nome,
        concorrenza,
        nostra,
        nuda,
        rapporto,
        traguardo: operazione.traguardo,
        richieste: richieste.map(({ tipo }) => tipo),
      });
      stampa(
        `${operazione.nome.padEnd(31)} ${String(concorrenza).padStart(4)} ${cifra(nostra.alSecondo, 0)} ${cifra(nostra.p50Millisecondi)} ${cifra(nostra.p99Millisecondi)} ${cifra(nuda.alSecondo, 0)} ${cifra(rapporto, 2)} ${cifra(operazione.traguardo, 1)}`,
      );
    }
  }
  return righe;
};

const fdr = await startFdrFinto();
const impianto = await startImpianto(fdr.url);
watchClients();
const disponibili = vuole("operazioni") || vuole("pagopa") ? await createOperazioni(await loadFunzioni(), QUANTE) : [];
const delNodo = disponibili.filter(({ nome }) => DEL_NODO.includes(nome));
const operazioni = vuole("operazioni")
  ? await measureOperazioni(disponibili)
  : vuole("pagopa")
    ? await measureOperazioni(delNodo)
    : undefined;

const showPagopa = async () => {
  stampa("\nbuste del Nodo");
  const buste = measureBusta();
  stampa(
    `  lettura di ${(buste.byteLetti / 1024).toFixed(1)} kB e scrittura di ${(buste.byteScritti / 1024).toFixed(1)} kB: ${buste.p50Millisecondi.toFixed(3)} ms mediani, ${buste.p99Millisecondi.toFixed(3)} ms al 99° (traguardo 0.3)`,
  );
  stampa(`\n${AL_SECONDO} richieste al secondo per ${SECONDI} secondi`);
  const carichi = [];
  for (const operazione of delNodo) {
    const carico = await measureCarico(operazione, AL_SECONDO, SECONDI);
    carichi.push(carico);
    stampa(
      `  ${carico.operazione.padEnd(31)} ${cifra(carico.richieste, 0)} richieste ${cifra(carico.errori, 0)} errori ${cifra(carico.alSecondo)} al secondo, p50 ${cifra(carico.p50Millisecondi)} ms, p99 ${cifra(carico.p99Millisecondi)} ms, massimo ${cifra(carico.massimoMillisecondi)} ms`,
    );
  }
  return { buste, carichi };
};
const pagopa = vuole("pagopa") ? await showPagopa() : undefined;

const showFlussi = () => {
  stampa("\nflusso di rendicontazione (pacchetto del consumatore, con la memoria della funzione)");
  return measureFlussi(fdr, impianto.cartella, (riga) =>
    stampa(
      `  ${String(riga.righe).padStart(7)} righe ${cifra(riga.microsecondiPerRiga, 0)} µs/riga ${cifra(riga.memoriaMegabyte, 0)} MB di picco, ${riga.richiestePerRiga.toFixed(3)} richieste/riga; ricalcolo ${cifra(riga.ricalcolo.microsecondiPerRiga, 1)} µs/riga ${cifra(riga.ricalcolo.memoriaMegabyte, 0)} MB`,
    ),
  );
};
const flussi = vuole("flussi") ? await showFlussi() : undefined;

const showAvvisi = async () => {
  stampa("\nstampa degli avvisi");
  const avvisi = await measureAvvisi();
  stampa(`  ${cifra(avvisi.p50Millisecondi)} ms mediani, ${cifra(avvisi.p99Millisecondi)} ms al 99°, ${avvisi.kilobyte.toFixed(0)} kB`);
  const ricevute = await measureRicevute();
  stampa(
    `  ricevuta: ${cifra(ricevute.p50Millisecondi)} ms mediani, ${cifra(ricevute.p99Millisecondi)} ms al 99°, ${ricevute.kilobyte.toFixed(0)} kB`,
  );
  const mille = await measureStampe();
  stampa(
    `  ${mille.quanti} avvisi in un PDF ${cifra(mille.secondi)} s, ${cifra(mille.secondiProcessore)} s di processore, ${cifra(mille.memoriaMegabyte, 0)} MB di picco, ${(mille.kilobyte / 1024).toFixed(1)} MB`,
  );
  return { ...avvisi, ricevute, mille };
};

const showTracciato = async () => {
  stampa("\ntracciato MyPay (pacchetto del consumatore, con la memoria della funzione)");
  watchClients();
  const misura = await measureTracciato(impianto.cartella);
  stampa(
    `  ${misura.righe} righe, ${cifra(misura.righeAlSecondo, 0)} righe/s, ${cifra(misura.transazioniNudeAlSecondo, 0)} transazioni nude/s, rapporto ${misura.rapporto.toFixed(2)} (traguardo 0.5), ${cifra(misura.memoriaMegabyte, 0)} MB di picco`,
  );
  return misura;
};
const tracciato = vuole("tracciati") ? await showTracciato() : undefined;

const avvisi = vuole("avvisi") ? await showAvvisi() : undefined;

const showAutenticazione = async () => {
  stampa("\nautenticazione e autorizzazione di una chiamata calda");
  const misure = await measureAutenticazione();
  for (const { modo, millisecondiProcessore, traguardo, richieste, hashLenti } of misure)
    stampa(
      `  ${modo.padEnd(24)} ${millisecondiProcessore.toFixed(4)} ms di processore (traguardo ${traguardo}), ${richieste} richieste, ${hashLenti} hash lenti`,
    );
  return misure;
};
const autenticazione = vuole("autenticazione") ? await showAutenticazione() : undefined;

const showEsportazioni = () => {
  stampa("\nelenchi come file (pacchetto del consumatore, con la memoria della funzione)");
  return measureEsportazioni(impianto.cartella, ({ formato, righe, righeAlSecondo, memoriaMegabyte, megabyte }) =>
    stampa(
      `  ${formato.padEnd(4)} ${String(righe).padStart(7)} righe ${cifra(righeAlSecondo, 0)} righe/s ${cifra(memoriaMegabyte, 0)} MB di picco, file di ${megabyte.toFixed(1)} MB`,
    ),
  );
};
const esportazioni = vuole("esportazioni") ? await showEsportazioni() : undefined;

const showTesoreria = () => {
  stampa("\nfile dei tesorieri (scritti mentre si leggono, 128 MB di memoria del processo per i dati)");
  return measureTesoreria((misura) =>
    stampa(
      `  ${misura.formato.padEnd(9)} ${cifra(misura.megabyte, 0)} MB ${String(misura.righe).padStart(8)} righe ${cifra(misura.righe / (misura.millisecondi / 1000), 0)} righe/s ${cifra(misura.memoriaMegabyte, 0)} MB di picco (massimo 256)`,
    ),
  );
};
const tesoreria = vuole("tesoreria") ? await showTesoreria() : undefined;

const showCaricamenti = () => {
  stampa("\ngiornale di cassa fino ai movimenti in archivio (pacchetto del consumatore, con la memoria della funzione)");
  return measureCaricamenti(impianto.cartella, ({ megabyte, righe, righeAlSecondo, memoriaMegabyte }) =>
    stampa(
      `  ${cifra(megabyte, 0)} MB ${String(righe).padStart(8)} righe ${cifra(righeAlSecondo, 0)} righe/s ${cifra(memoriaMegabyte, 0)} MB di picco (massimo 256)`,
    ),
  );
};
const caricamenti = vuole("caricamenti") ? await showCaricamenti() : undefined;

const showRiconciliazione = () => {
  stampa("\nmese di una grande città con il 2 % di ogni guaio (memoria al più 256 MB)");
  return measureRiconciliazione((mese) => {
    const { denaro, pagamenti } = mese;
    if (mese.pagamentiDelMese === 1_000_000) {
      stampa(INTESTAZIONE);
      for (const voto of [...denaro, ...pagamenti]) stampa(rigaVoto(voto));
    }
    const [attesi, giusti, sbagliati] = (["attesi", "giusti", "sbagliati"] as const).map((campo) =>
      denaro.reduce((somma, voto) => somma + voto[campo], 0),
    );
    stampa(
      `  ${String(mese.pagamentiDelMese).padStart(7)} pagamenti ${cifra(mese.microsecondiPerPagamento)} µs/pagamento ${cifra(mese.memoriaMegabyte, 0)} MB di picco, abbinati ${giusti} di ${attesi}, sbagliati ${sbagliati}`,
    );
  });
};
const riconciliazione = vuole("riconciliazione") ? await showRiconciliazione() : undefined;

const showWebhook = () => {
  stampa("\neventi per i webhook, accettati dallo stream (pacchetto del consumatore, con la memoria della funzione)");
  return measureWebhook(impianto.cartella, ({ eventi, alSecondo, memoriaMegabyte }) =>
    stampa(
      `  ${String(eventi).padStart(7)} eventi ${cifra(alSecondo, 0)} eventi/s (traguardo 1000) ${cifra(memoriaMegabyte, 0)} MB di picco`,
    ),
  );
};
const webhook = vuole("webhook") ? await showWebhook() : undefined;

fdr.close();
await impianto.stop();
writeFileSync(
  ".local/bench.json",
  `${JSON.stringify({ data: new Date().toISOString(), operazioni, pagopa, flussi, tracciato, avvisi, autenticazione, esportazioni, tesoreria, caricamenti, riconciliazione, webhook }, null, 2)}\n`,
);
stampa("\nJSON in .local/bench.json");
process.exit(0);
