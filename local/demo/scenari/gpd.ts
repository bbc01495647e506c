/** The archives of pagoPA follow the debts: every change reaches them, trouble passes by itself, and the nightly comparison finds what a hand has spoiled. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../cliente.ts";
import { attendiStato, type Macchina } from "../macchina.ts";
import { check, passo, stato, titolo } from "../narratore.ts";
import {
  backoffice,
  breakParte,
  comanda,
  creditoreDi,
  type DebitoDemo,
  loadPendenza,
  osserva,
  pay,
  pendenzaSemplice,
  pushOrologio,
  urlPendenza,
  verify,
} from "../passi.ts";
import type { Racconto } from "../racconto.ts";

type Archivio = "aca" | "gpd";

const iupdDi = ({ idDominio, iuv }: DebitoDemo): string => `${idDominio}-${iuv}`;

/** The archive's own view, once it says what is expected. */
const attendiPosizione = (
  macchina: Macchina,
  archivio: Archivio,
  debito: DebitoDemo,
  atteso: string,
  centesimi?: number,
): Promise<Oggetto> =>
  attendi(`posizione ${iupdDi(debito)} ${atteso} in ${archivio.toUpperCase()}`, async () => {
    const posizione = await osserva(macchina, `posizioni/${archivio}/${debito.idDominio}/${iupdDi(debito)}`);
    const importo = campo(posizione, "opzioni", 0, "importoCentesimi");
    return campo(posizione, "stato") === atteso && (centesimi === undefined || importo === centesimi) ? posizione : undefined;
  });

const seePosizione = async (
  macchina: Macchina,
  archivio: Archivio,
  debito: DebitoDemo,
  atteso: string,
  centesimi?: number,
): Promise<void> => {
  const posizione = await attendiPosizione(macchina, archivio, debito, atteso, centesimi);
  check(`${archivio.toUpperCase()} dice`, campo(posizione, "stato"), atteso);
};

const patchStato = async (macchina: Macchina, { idPendenza }: DebitoDemo, value: "ANNULLATA" | "NON_ESEGUITA"): Promise<void> => {
  const corpo = [{ op: "REPLACE", path: "/stato", value }];
  await chiama(urlPendenza(macchina, idPendenza), { metodo: "PATCH", chi: macchina.applicazione, corpo, atteso: 200 });
};

/** The type of the creditor goes to an archive, or to none; functions remember the registry for a minute. */
const setModalita = async (macchina: Macchina, idDominio: string, tipo: string, modalitaPagoPA?: string): Promise<void> => {
  await backoffice(
    macchina,
    "PUT",
    `/domini/${idDominio}/tipiPendenza/${tipo}`,
    200,
    modalitaPagoPA === undefined ? {} : { modalitaPagoPA },
  );
  await pushOrologio(macchina, { minuti: 2 });
};

const tellAca = async (macchina: Macchina, corsa: string, idDominio: string): Promise<DebitoDemo> => {
  passo("Sincrona con ACA: ogni cambiamento arriva all'archivio dello stand-in");
  const corpo = (importo: number): Oggetto => ({ ...pendenzaSemplice(idDominio, importo), dataScadenza: "2999-08-31" });
  const debito = await loadPendenza(macchina, `${corsa}-ACA-1`, corpo(40));
  const pubblicata = await attendiPosizione(macchina, "aca", debito, "VALID", 4_000);
  check(
    "scadenza, fine del giorno di Roma con l'ora legale",
    testoDi(pubblicata, "opzioni", 0, "scadenza"),
    "2999-08-31T23:59:59.999+02:00",
  );
  await loadPendenza(macchina, debito.idPendenza, corpo(45.5), 200);
  await seePosizione(macchina, "aca", debito, "VALID", 4_550);
  await patchStato(macchina, debito, "ANNULLATA");
  await seePosizione(macchina, "aca", debito, "DRAFT");
  await patchStato(macchina, debito, "NON_ESEGUITA");
  await seePosizione(macchina, "aca", debito, "VALID", 4_550);
  return debito;
};

const tellStandIn = async (macchina: Macchina, debito: DebitoDemo): Promise<void> => {
  passo("La stazione si ferma: la piattaforma incassa con ciò che le abbiamo mandato");
  await comanda(macchina, "nodo/stand-in", { idDominio: debito.idDominio, attivo: true });
  check("importo in stand-in", numeroDi(await verify(macchina, debito), "importo"), 45.5);
  check("esito del pagamento", testoDi(await pay(macchina, debito), "esito"), "OK");
  await comanda(macchina, "nodo/stand-in", { idDominio: debito.idDominio, attivo: false });
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  await seePosizione(macchina, "aca", debito, "PAID");
};

const tellGuasti = async (macchina: Macchina, corsa: string, idDominio: string): Promise<void> => {
  passo("pagoPA chiede di rallentare, poi perde una risposta: passa da solo");
  await breakParte(macchina, { parte: "aca", operazione: "createPosition", tipo: "http", stato: 503, volte: 1 });
  await breakParte(macchina, { parte: "aca", operazione: "createPosition", tipo: "perso", fase: "risposta", volte: 1 });
  const debito = await loadPendenza(macchina, `${corsa}-ACA-2`, pendenzaSemplice(idDominio, 12));
  await seePosizione(macchina, "aca", debito, "VALID", 1_200);
  const { corpo } = await backoffice(macchina, "GET", `/allineamenti/${idDominio}/${debito.iuv}`, 200);
  stato(`per Fiorino è ${testoDi(corpo, "stato")} con il nome ${testoDi(corpo, "iupd")}`);
};

const tellVerifica = async (macchina: Macchina, corsa: string, idDominio: string): Promise<void> => {
  passo("Qualcuno mette le mani nell'archivio: il confronto notturno se ne accorge e ripara");
  const tolta = await loadPendenza(macchina, `${corsa}-ACA-3`, pendenzaSemplice(idDominio, 30));
  const invalidata = await loadPendenza(macchina, `${corsa}-ACA-4`, pendenzaSemplice(idDominio, 31));
  for (const debito of [tolta, invalidata]) await attendiPosizione(macchina, "aca", debito, "VALID");
  const base = `${macchina.base}/sandbox/posizioni/aca/${idDominio}`;
  await chiama(`${base}/${iupdDi(tolta)}`, { metodo: "DELETE", atteso: 200 });
  await chiama(`${base}/${iupdDi(invalidata)}/invalida`, { metodo: "POST", corpo: {}, atteso: 200 });
  // Whatever was compared tonight already: the night that counts is the next one.
  await pushOrologio(macchina, { giorni: 1 });
  await comanda(macchina, "schedulazioni/verificaArchivioGpd");
  await seePosizione(macchina, "aca", tolta, "VALID", 3_000);
  await seePosizione(macchina, "aca", invalidata, "VALID", 3_100);
  // The night has passed with the clock: it may have been compared by the schedule, or just now.
  const { corpo } = await backoffice(macchina, "GET", `/verificheGpd?idDominio=${idDominio}&archivio=ACA&ordinamento=-data`, 200);
  const esempi = elencoDi(corpo, "risultati").flatMap((verifica) => elencoDi(verifica, "esempi"));
  for (const [debito, tipo] of [
    [tolta, "SOLO_QUI"],
    [invalidata, "STATO_DIVERSO"],
  ] as const) {
    const trovata = esempi.find((esempio) => campo(esempio, "iupd") === iupdDi(debito));
    check(`il confronto su ${debito.numeroAvviso}`, [campo(trovata, "tipo"), campo(trovata, "riparata")], [tipo, true]);
  }
};

const tellGpd = async (macchina: Macchina, corsa: string, idDominio: string): Promise<void> => {
  passo("Asincrona su GPD: il gestionale non cambia nulla, ai PSP risponde pagoPA");
  await setModalita(macchina, idDominio, "TARI", "GPD");
  const debito = await loadPendenza(macchina, `${corsa}-GPD-1`, pendenzaSemplice(idDominio, 25));
  await seePosizione(macchina, "gpd", debito, "VALID", 2_500);
  const pagamento = await pay(macchina, debito);
  check("esito del pagamento", testoDi(pagamento, "esito"), "OK");
  check(
    "messaggi del Nodo prima della ricevuta",
    elencoDi(pagamento, "scambi").filter((s) => !testoDi(s, "operazione").startsWith("paSendRT")).length,
    0,
  );
  await attendiStato(macchina, debito.idPendenza, "ESEGUITA");
  await seePosizione(macchina, "gpd", debito, "PAID");
};

export const run: Racconto = async (macchina, corsa) => {
  const { idDominio, ragioneSociale } = creditoreDi(macchina);
  titolo("Gli archivi di pagoPA: ACA e GPD");
  passo(`${ragioneSociale} sceglie per la TARI la modalità SINCRONA_ACA`);
  await setModalita(macchina, idDominio, "TARI", "SINCRONA_ACA");
  try {
    const debito = await tellAca(macchina, corsa, idDominio);
    await tellStandIn(macchina, debito);
    await tellGuasti(macchina, corsa, idDominio);
    await tellVerifica(macchina, corsa, idDominio);
    await tellGpd(macchina, corsa, idDominio);
  } finally {
    await setModalita(macchina, idDominio, "TARI");
  }
};
