/**
 * Rows of MyPay 1.x and of the Piattaforma Unitaria 2.0 as debts: the IUD is the idPendenza, the tipoDovuto is both debt type and income code.
 * What the write model has no place for is kept in datiAllegati, so that nothing of the old archive is lost.
 */
import { type Esito, ko, ok } from "../../esito.ts";
import { readBilancio } from "./bilancio.ts";
import type { CampoMypay, PosizioniMypay } from "./colonne-mypay.ts";
import type { AzioneRiga, ContestoRiga, LeggiRiga } from "./formato.ts";
import { leggiBooleano, leggiCentesimi, leggiGiorno, numeroDi, pulito, senzaAssenti } from "./valori.ts";

type Leggi = (campo: CampoMypay) => string | undefined;
type Oggetto = Readonly<Record<string, unknown>>;

/** A notice number as it is; a 17-digit IUV after its auxDigit; a 15-digit one after 0 and the application code of the station. */
export const numeroAvvisoDi = (iuv: string, { creditore }: ContestoRiga): Esito<string> => {
  if (/^\d{18}$/.test(iuv)) return ok(iuv);
  const { auxDigit, stazione } = creditore?.dominio ?? {};
  if (/^\d{17}$/.test(iuv) && auxDigit !== undefined && auxDigit !== 0) return ok(`${auxDigit}${iuv}`);
  if (/^\d{15}$/.test(iuv) && auxDigit === 0 && stazione !== undefined) return ok(`0${stazione.slice(-2)}${iuv}`);
  return ko(`codIuv ${iuv.slice(0, 35)}: non è un codice che il dominio possa avere emesso (auxDigit ${auxDigit ?? "sconosciuto"})`);
};

const TASSONOMIA = /^[0129]\/\S{3,138}$/;

interface Beneficiari {
  readonly voci: readonly Oggetto[];
  readonly centesimi: bigint;
}

const leggiBeneficiari = (valori: readonly string[], { beneficiari }: PosizioniMypay): Esito<Beneficiari> => {
  const voci: Oggetto[] = [];
  let centesimi = 0n;
  for (const [i, posizioni] of beneficiari.entries()) {
    const campo = (nome: string): string | undefined => {
      const posizione = posizioni[nome];
      return posizione === undefined ? undefined : pulito(valori[posizione]);
    };
    if (campo("idDominio") === undefined && campo("importo") === undefined) continue;
    const importo = leggiCentesimi(campo("importo") ?? "", `importo del beneficiario ${i + 2}`);
    if (!importo.ok) return importo;
    const tassonomia = campo("tassonomia");
    if (tassonomia === undefined || !TASSONOMIA.test(tassonomia))
      return ko(`beneficiario ${i + 2}: serve il codice tassonomico, nella forma 9/0101101TS/`);
    centesimi += importo.valore;
    const voce = {
      idVocePendenza: String(i + 2),
      importo: numeroDi(importo.valore),
      descrizione: campo("causale") ?? campo("denominazione"),
      idDominio: campo("idDominio"),
      ibanAccredito: campo("iban"),
      codiceTassonomicoPagoPA: tassonomia,
    };
    voci.push(senzaAssenti(voce) ?? {});
  }
  return ok({ voci, centesimi });
};

/** "Rata 3", "3^ rata", "rata n. 3": where the plan says which instalment a row is. */
const rataDi = (...testi: readonly (string | undefined)[]): number | undefined => {
  for (const testo of testi) {
    const [, dopo, prima] = /\brata\s*(?:n\.?\s*)?(\d{1,3})\b|\b(\d{1,3})[°ª^]?\s*rata\b/i.exec(testo ?? "") ?? [];
    const numero = Number(dopo ?? prima);
    if (numero > 0) return numero;
  }
  return undefined;
};

/** An instalment belongs to the document of its position; a single payment has none. */
const documentoDi = (leggi: Leggi): Oggetto | undefined => {
  const iupd = leggi("iupd");
  if (iupd === undefined || !/^(INSTALLMENTS|DOWN_PAYMENT)$/.test(leggi("tipoOpzione") ?? "")) return undefined;
  const rata = rataDi(leggi("descrizioneOpzione"), leggi("causale"));
  return rata === undefined ? undefined : { identificativo: iupd, descrizione: leggi("descrizionePosizione") ?? leggi("causale"), rata };
};

/** What the write model has no field for. */
const restoDi = (leggi: Leggi): Oggetto | undefined =>
  senzaAssenti({
    tipoVersamento: leggi("tipoVersamento"),
    commissioneCaricoPa: leggi("commissione"),
    datiSpecificiRiscossione: leggi("datiSpecifici"),
    bilancio: leggi("bilancio"),
    iupd: leggi("iupd"),
    descrizionePosizioneDebitoria: leggi("descrizionePosizione"),
    indiceOpzionePagamento: leggi("indiceOpzione"),
    tipoOpzionePagamento: leggi("tipoOpzione"),
    descrizioneOpzionePagamento: leggi("descrizioneOpzione"),
    multiDebtor: leggi("piuDebitori"),
    configurazioniEsecuzione: leggi("configurazione"),
  });

const debitoreDi = (leggi: Leggi): Oggetto | undefined =>
  senzaAssenti({
    tipo: leggi("tipoSoggetto")?.toUpperCase(),
    identificativo: leggi("identificativo")?.toUpperCase(),
    anagrafica: leggi("anagrafica"),
    indirizzo: leggi("indirizzo"),
    civico: leggi("civico"),
    cap: leggi("cap"),
    localita: leggi("localita"),
    provincia: leggi("provincia"),
    nazione: leggi("nazione")?.toUpperCase(),
    email: leggi("email"),
    pec: leggi("pec"),
  });

const checkNonAmmessi = (leggi: Leggi): string | undefined => {
  if (leggiBooleano(leggi("bozza"))) return "draft: le bozze non sono ammesse, caricare la riga quando è da pubblicare";
  const pagoPa = leggi("pagamentoPu");
  return pagoPa !== undefined && !leggiBooleano(pagoPa) ? "flagPagamentoPu: si caricano solo debiti pagabili su pagoPA" : undefined;
};

const corpoDi = (
  leggi: Leggi,
  valori: readonly string[],
  posizioni: PosizioniMypay,
  versione: string,
  contesto: ContestoRiga,
): Esito<Oggetto> => {
  const importo = leggiCentesimi(leggi("importo") ?? "", "importoDovuto");
  if (!importo.ok) return importo;
  const altri = leggiBeneficiari(valori, posizioni);
  if (!altri.ok) return altri;
  // In 1.x importoDovuto is the creditor's own part; in 2.0 it is the whole instalment.
  const totale = versione === "2.0" ? importo.valore : importo.valore + altri.valore.centesimi;
  const proprio = totale - altri.valore.centesimi;
  if (proprio < 0n) return ko("importoDovuto: minore della somma degli importi degli altri beneficiari");
  const iuv = leggi("iuv");
  const numeroAvviso = iuv === undefined ? ok(undefined) : numeroAvvisoDi(iuv, contesto);
  if (!numeroAvviso.ok) return numeroAvviso;
  const bilancio = leggi("bilancio");
  const quote = bilancio === undefined ? ok(undefined) : readBilancio(bilancio, Number(contesto.oggi.slice(0, 4)));
  if (!quote.ok) return quote;
  const tipo = leggi("tipoDovuto");
  const resto = restoDi(leggi);
  const voce = {
    idVocePendenza: "1",
    importo: numeroDi(proprio),
    descrizione: leggi("causale"),
    codEntrata: tipo,
    contabilita: quote.valore && { quote: quote.valore },
  };
  const corpo = {
    idTipoPendenza: tipo ?? contesto.idTipoPendenza,
    idDominio: contesto.idDominio,
    causale: leggi("causale"),
    soggettoPagatore: debitoreDi(leggi),
    importo: numeroDi(totale),
    numeroAvviso: numeroAvviso.valore,
    dataScadenza: leggiGiorno(leggi("dataScadenza")),
    dataValidita: leggiGiorno(leggi("dataValidita")),
    dataNotificaAvviso: leggiGiorno(leggi("dataNotifica")),
    documento: documentoDi(leggi),
    datiAllegati: resto && { mypay: resto },
    voci: [senzaAssenti(voce) ?? {}, ...altri.valore.voci],
  };
  return ok(senzaAssenti(corpo) ?? {});
};

/** The reader of a file with these columns. */
export const createLeggiMypay =
  (posizioni: PosizioniMypay, versione: string): LeggiRiga =>
  (valori, contesto) => {
    const leggi: Leggi = (campo) => {
      const posizione = posizioni.campi[campo];
      return posizione === undefined ? undefined : pulito(valori[posizione]);
    };
    const idA2A = contesto.idA2A;
    if (idA2A === undefined) return ko("idA2A: il formato non lo contiene, va indicato al caricamento");
    const idPendenza = leggi("iud");
    if (idPendenza === undefined) return ko("IUD: obbligatorio");
    const azione = leggi("azione")?.toUpperCase();
    if (azione === "A") return ok({ tipo: "DEL", idA2A, idPendenza, motivo: leggi("causale") ?? "Annullata da tracciato" });
    if (azione !== "I" && azione !== "M") return ko("azione: attesa I (inserimento), M (modifica) o A (annullamento)");
    const nonAmmesso = checkNonAmmessi(leggi);
    if (nonAmmesso !== undefined) return ko(nonAmmesso);
    const corpo = corpoDi(leggi, valori, posizioni, versione, contesto);
    return corpo.ok ? ok({ tipo: "ADD", azione: azione satisfies AzioneRiga, idA2A, idPendenza, corpo: corpo.valore }) : corpo;
  };
