/** What people decide: money that is not of pagoPA, an anomaly worked to its end, a duplicate refunded, a reconciliation undone. */
import { attendi, campo, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../../cliente.ts";
import { check, filo, passo, stato } from "../../narratore.ts";
import {
  askSospeso,
  attendiAnomalia,
  attendiCopertura,
  attendiMovimento,
  get,
  loadFile,
  oggiDi,
  post,
  spoil,
  takeGiornale,
} from "../../tesoreria.ts";
import type { PrimaSettimana } from "./settimane.ts";
import { profiloDi, type TerzaSettimana } from "./terza-settimana.ts";
import { checkPendenze, FIORE, flussoDi, type Mese, RURALE } from "./ufficio.ts";

export const excludeEstraneo = async (mese: Mese, { estraneo }: TerzaSettimana, movimenti: ReadonlyMap<string, string>): Promise<void> => {
  const { macchina, idDominio } = mese;
  passo("L'affitto non è di pagoPA: lo si chiede al sospeso, e lo si toglie dal conto");
  const idMovimento = movimenti.get(estraneo.causale) ?? "";
  const analisi = await askSospeso(macchina, idDominio, { idMovimento });
  check("esito", analisi["esito"], "NON_PAGOPA");
  await post(macchina, "/regole", { idDominio, idMovimento, decisione: "NON_PAGOPA", nota: "Affitto della sala" }, 201);
  const riscontro = await attendiMovimento(macchina, idDominio, idMovimento, "ESCLUSO");
  check("importo fuori dal conto", numeroDi(riscontro, "importo"), estraneo.importo);
};

/** Assigned, annotated, with a due date; and it closes by itself when the bank gives what was missing. */
export const workAnomalia = async (mese: Mese, { tributi, tari }: TerzaSettimana): Promise<void> => {
  const { macchina, idDominio, conti } = mese;
  const { idFlusso, numero, data } = flussoDi(tributi, FIORE);
  passo("Mancano cinque centesimi: l'anomalia ha un nome, un rimedio, una persona che se ne occupa e una scadenza");
  const quale = { codice: "DIFFERENZA_MINIMA", soggetto: { idFlusso } };
  const anomalia = await attendiAnomalia(macchina, idDominio, { ...quale, in: "APERTA" });
  const url = `${macchina.api.riconciliazione}/anomalie/${idDominio}/${encodeURIComponent(testoDi(anomalia, "id"))}`;
  const { corpo: dettaglio } = await chiama(url, { chi: macchina.applicazione, atteso: 200 });
  filo(`«${testoDi(dettaglio, "titolo")}: ${testoDi(dettaglio, "significato")} ${testoDi(dettaglio, "rimedio")}»`);
  const { corpo: assegnata } = await chiama(url, {
    ...{ metodo: "PATCH", chi: macchina.applicazione, atteso: 200 },
    corpo: [
      { op: "REPLACE", path: "/assegnatario", value: "anna.ricci" },
      { op: "REPLACE", path: "/scadenza", value: data },
      { op: "ADD", path: "/nota", value: "Chiesti i cinque centesimi alla banca" },
    ],
  });
  check("assegnata a", assegnata["assegnatario"], "anna.ricci");

  passo("La banca integra, e rimanda il foglio del giorno con una riga in più: le altre non si ripetono, l'anomalia si chiude da sé");
  await spoil(macchina, { tipo: "integra", numero, centesimi: 5, giorno: data });
  const foglio = await takeGiornale(macchina, idDominio, { formato: "banca", data, conto: conti.tesoreria });
  const caricamento = await loadFile(macchina, idDominio, foglio, profiloDi(mese));
  check("movimenti nuovi e già presenti", [numeroDi(caricamento, "movimentiNuovi"), numeroDi(caricamento, "righeGiaPresenti")], [1, 4]);
  check("entrate nuove", numeroDi(caricamento, "importoEntrate"), 0.05);
  await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  const risolta = await attendiAnomalia(macchina, idDominio, { ...quale, in: "RISOLTA" });
  check("chi se ne è occupato resta scritto", risolta["assegnatario"], "anna.ricci");
  await checkPendenze(mese, tari, "INCASSATA");
};

/** The second payment becomes a dossier, with its letter and its accounting effect. */
export const refundDoppio = async (mese: Mese, { doppi }: TerzaSettimana): Promise<void> => {
  const { macchina, idDominio } = mese;
  const [primo] = doppi;
  if (!primo) throw new Error("nessun pagamento doppio");
  passo("Il pagamento doppio è un fascicolo allo sportello del denaro: si propone il rimborso, con la lettera a chi ha pagato");
  const fascicolo = await attendi("fascicolo del pagamento doppio", async () => {
    const corpo = await get(macchina, `/fascicoli?idDominio=${idDominio}&iuv=${primo.iuv}`);
    return elencoDi(corpo, "risultati")[0];
  });
  check("motivo", fascicolo["motivo"], "PAGAMENTO_DUPLICATO");
  check("arrivato in più", numeroDi(fascicolo, "eccedenza"), primo.importo);
  const url = `${macchina.api.riconciliazione}/fascicoli/${idDominio}/${encodeURIComponent(testoDi(fascicolo, "id"))}`;
  const { corpo: proposto } = await chiama(url, {
    ...{ metodo: "PATCH", chi: macchina.applicazione, atteso: 200 },
    corpo: { azione: "PROPONI_RIMBORSO", motivazione: "Pagato due volte presso due PSP" },
  });
  check("stato", proposto["stato"], "RIMBORSO_PROPOSTO");
  check("da rimborsare", numeroDi(proposto, "rimborso", "importo"), primo.importo);
  const { corpo: dettaglio } = await chiama(url, { chi: macchina.applicazione, atteso: 200 });
  check(
    "effetto contabile",
    [campo(dettaglio, "effettoContabile", "documento"), campo(dettaglio, "effettoContabile", "importo")],
    ["MANDATO", primo.importo],
  );
  const lettera = await chiama(`${url}/lettera`, { chi: macchina.applicazione, accept: "application/pdf", atteso: 200 });
  check("lettera", lettera.testo.slice(0, 5), "%PDF-");
  stato(`lettera di ${lettera.bytes.length} byte`);
  await payRimborso(mese, url, testoDi(proposto, "rimborso", "idApprovazione"));
};

/** Nobody refunds alone: who proposed cannot authorise, and the order of payment closes it. */
const payRimborso = async ({ macchina }: Mese, url: string, idApprovazione: string): Promise<void> => {
  passo("Il rimborso vuole due persone: chi lo ha proposto non lo può autorizzare; il responsabile sì, poi si registra il mandato");
  const patch = (corpo: Oggetto, atteso: number) => chiama(url, { metodo: "PATCH", chi: macchina.applicazione, corpo, atteso });
  const daSolo = await patch({ azione: "AUTORIZZA_RIMBORSO", motivazione: "Faccio da solo" }, 403);
  filo(`«${testoDi(daSolo.corpo, "dettaglio")}»`);
  const { corpo: decisa } = await chiama(`${macchina.api.backoffice}/approvazioni/${idApprovazione}/decisione`, {
    ...{ metodo: "POST", chi: macchina.amministratore, corpo: { esito: "APPROVATA", motivazione: "Visti i due scontrini" }, atteso: 200 },
  });
  check("decisione del responsabile", decisa["stato"], "APPROVATA");
  const mandato = { numero: "2026/417", data: await oggiDi(macchina) };
  const { corpo: chiuso } = await patch({ azione: "REGISTRA_RIMBORSO", motivazione: "Mandato emesso", mandato }, 200);
  check("stato e mandato", [chiuso["stato"], campo(chiuso, "rimborso", "mandato", "numero")], ["RIMBORSATO", mandato.numero]);
  const { corpo: dettaglio } = await chiama(url, { chi: macchina.applicazione, atteso: 200 });
  const autori = elencoDi(dettaglio, "storia").map(({ autore }) => String(autore));
  stato(`la storia del fascicolo: ${autori.join(", ")}`);
  check("persone diverse", new Set(autori).size >= 2, true);
};

/** An operator undoes what the machine did, and then says by hand what the movement pays. */
export const undoRurale = async (mese: Mese, { pagati, flussi }: PrimaSettimana): Promise<void> => {
  const { macchina, idDominio } = mese;
  const { idFlusso, importo } = flussoDi(flussi, RURALE);
  const suoi = pagati.filter(({ psp }) => psp === RURALE);
  passo("Un ripensamento: la riconciliazione della Cassa Rurale si annulla, le pendenze non sono più incassate");
  const riscontro = await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  const idMovimento = testoDi(riscontro, "movimenti", 0);
  const flusso = await get(macchina, `/flussiRendicontazione/${idDominio}/${encodeURIComponent(idFlusso)}`);
  const id = testoDi(flusso, "riconciliazione").split("/").at(-1);
  const url = `/riconciliazioni/${idDominio}/${id}`;
  await post(macchina, `${url}/annullamento`, { motivo: "Accreditata sul conto sbagliato" }, 202);
  await attendi("riconciliazione ANNULLATA", async () => ((await get(macchina, url))["stato"] === "ANNULLATA" ? true : undefined));
  await checkPendenze(mese, suoi, "ESEGUITA");
  await attendiCopertura(macchina, idDominio, idFlusso, "NESSUNA");

  passo("Il conto era giusto: la persona decide che cosa paga il movimento, e tutto torna incassato");
  const oggetti = [{ oggetto: { tipo: "FLUSSO", idFlusso, idPsp: RURALE }, importo }];
  await post(macchina, "/regole", { idDominio, idMovimento, decisione: "CONFERMA", oggetti, nota: "Il conto era giusto" }, 201);
  await attendiCopertura(macchina, idDominio, idFlusso, "COPERTO");
  await checkPendenze(mese, suoi, "INCASSATA");
};
