/** The fixed texts of the printed receipt, by language: ours, since pagoPA has no guidelines for it. A language is data, same keys. */
import type { LinguaSecondaria } from "../../../ports/stampa-avviso.ts";

export interface TestiQuietanza {
  /** BCP 47. */
  readonly lingua: string;
  readonly titolo: string;
  readonly titoloParziale: string;
  readonly titoloNonEseguito: string;
  readonly titoloAttestazione: string;
  readonly parti: string;
  readonly pagamento: string;
  readonly dettaglio: string;
  readonly informazioni: string;
  readonly allegati: string;
  readonly estesi: string;
  readonly codiceFiscale: string;
  readonly pagatoDa: string;
  readonly importo: string;
  readonly data: string;
  readonly dataOra: string;
  readonly psp: string;
  readonly canale: string;
  readonly commissioni: string;
  readonly codiceAvviso: string;
  readonly iuv: string;
  readonly iur: string;
  readonly strumento: string;
  readonly beneficiario: string;
  /** {quando}: day and hour of the delivery. */
  readonly nota: string;
  /** {quando}: day and hour of the flow; {flusso}: its name. */
  readonly notaAttestazione: string;
  /** Of a creditor in prova. */
  readonly notaProva: string;
}

export const QUIETANZA_ITALIANA: TestiQuietanza = {
  lingua: "it-IT",
  titolo: "Ricevuta di pagamento",
  titoloParziale: "Ricevuta di pagamento parziale",
  titoloNonEseguito: "Ricevuta di pagamento non eseguito",
  titoloAttestazione: "Attestazione di pagamento",
  parti: "Ente creditore e debitore",
  pagamento: "Pagamento",
  dettaglio: "Dettaglio",
  informazioni: "Altre informazioni",
  allegati: "Allegati a questo documento",
  estesi: "Testi per esteso",
  codiceFiscale: "Codice fiscale",
  pagatoDa: "Pagato da",
  importo: "Importo",
  data: "Data",
  dataOra: "Data e ora",
  psp: "Prestatore di servizi di pagamento (PSP)",
  canale: "Canale",
  commissioni: "Commissioni del PSP, oltre all'importo",
  codiceAvviso: "Codice avviso",
  iuv: "Identificativo univoco di versamento (IUV)",
  iur: "Identificativo della ricevuta (IUR)",
  strumento: "Strumento",
  beneficiario: "beneficiario",
  nota:
    "Stampa della ricevuta telematica che pagoPA ha consegnato il {quando}. " +
    "Fa fede la ricevuta telematica, che l'ente creditore conserva e da cui si può chiedere l'originale in XML.",
  notaAttestazione:
    "Il pagamento risulta dal flusso di rendicontazione {flusso} del {quando}. La ricevuta telematica di pagoPA non è pervenuta all'ente creditore: " +
    "questo documento dice che la pendenza è pagata, e non è la ricevuta telematica.",
  notaProva: "Pagamento di prova: nessun denaro si è mosso, pagoPA non ha consegnato alcuna ricevuta e questo documento non vale.",
};

export const QUIETANZA_SECONDARIA: Readonly<Record<LinguaSecondaria, TestiQuietanza>> = {
  en: {
    lingua: "en-GB",
    titolo: "Payment receipt",
    titoloParziale: "Receipt of a partial payment",
    titoloNonEseguito: "Receipt of a payment not made",
    titoloAttestazione: "Statement of payment",
    parti: "Creditor and debtor",
    pagamento: "Payment",
    dettaglio: "Details",
    informazioni: "Other information",
    allegati: "Attached to this document",
    estesi: "Texts in full",
    codiceFiscale: "Tax code",
    pagatoDa: "Paid by",
    importo: "Amount",
    data: "Date",
    dataOra: "Date and time",
    psp: "Payment service provider (PSP)",
    canale: "Channel",
    commissioni: "Fee of the PSP, on top of the amount",
    codiceAvviso: "Notice code",
    iuv: "Unique payment identifier (IUV)",
    iur: "Receipt identifier (IUR)",
    strumento: "Payment method",
    beneficiario: "beneficiary",
    nota: "Print of the electronic receipt that pagoPA delivered on {quando}. The electronic receipt is the valid one: the creditor keeps it and gives its XML original on request.",
    notaAttestazione:
      "The payment is reported by the settlement flow {flusso} of {quando}. The electronic receipt of pagoPA did not reach the creditor: this document states that the debt is paid, and is not the electronic receipt.",
    notaProva: "Test payment: no money moved, pagoPA delivered no receipt, and this document has no value.",
  },
  de: {
    lingua: "de-DE",
    titolo: "Zahlungsbestätigung",
    titoloParziale: "Bestätigung einer Teilzahlung",
    titoloNonEseguito: "Bestätigung einer nicht erfolgten Zahlung",
    titoloAttestazione: "Zahlungsnachweis",
    parti: "Gläubiger und Schuldner",
    pagamento: "Zahlung",
    dettaglio: "Einzelheiten",
    informazioni: "Weitere Angaben",
    allegati: "Anlagen zu diesem Dokument",
    estesi: "Vollständige Texte",
    codiceFiscale: "Steuernummer",
    pagatoDa: "Bezahlt von",
    importo: "Betrag",
    data: "Datum",
    dataOra: "Datum und Uhrzeit",
    psp: "Zahlungsdienstleister (PSP)",
    canale: "Kanal",
    commissioni: "Gebühr des PSP, zusätzlich zum Betrag",
    codiceAvviso: "Nummer der Zahlungsmitteilung",
    iuv: "Einheitlicher Zahlungscode (IUV)",
    iur: "Kennung der Bestätigung (IUR)",
    strumento: "Zahlungsmittel",
    beneficiario: "Empfänger",
    nota: "Ausdruck der elektronischen Bestätigung, die pagoPA am {quando} zugestellt hat. Gültig ist die elektronische Bestätigung, die der Gläubiger aufbewahrt und deren XML-Original angefordert werden kann.",
    notaAttestazione:
      "Die Zahlung ergibt sich aus dem Abrechnungsfluss {flusso} vom {quando}. Die elektronische Bestätigung von pagoPA ist beim Gläubiger nicht eingegangen: dieses Dokument weist nach, dass die Schuld bezahlt ist, und ist nicht die elektronische Bestätigung.",
    notaProva: "Testzahlung: Es ist kein Geld geflossen, pagoPA hat keine Bestätigung übermittelt, und dieses Dokument ist ungültig.",
  },
  fr: {
    lingua: "fr-FR",
    titolo: "Reçu de paiement",
    titoloParziale: "Reçu de paiement partiel",
    titoloNonEseguito: "Reçu de paiement non effectué",
    titoloAttestazione: "Attestation de paiement",
    parti: "Organisme créancier et débiteur",
    pagamento: "Paiement",
    dettaglio: "Détail",
    informazioni: "Autres informations",
    allegati: "Pièces jointes à ce document",
    estesi: "Textes complets",
    codiceFiscale: "Code fiscal",
    pagatoDa: "Payé par",
    importo: "Montant",
    data: "Date",
    dataOra: "Date et heure",
    psp: "Prestataire de services de paiement (PSP)",
    canale: "Canal",
    commissioni: "Frais du PSP, en plus du montant",
    codiceAvviso: "Code de l'avis",
    iuv: "Identifiant unique de versement (IUV)",
    iur: "Identifiant du reçu (IUR)",
    strumento: "Moyen de paiement",
    beneficiario: "bénéficiaire",
    nota: "Impression du reçu électronique que pagoPA a remis le {quando}. Seul le reçu électronique fait foi: l'organisme créancier le conserve et peut en fournir l'original en XML.",
    notaAttestazione:
      "Le paiement résulte du flux de règlement {flusso} du {quando}. Le reçu électronique de pagoPA n'est pas parvenu à l'organisme créancier: ce document atteste que la dette est payée, et n'est pas le reçu électronique.",
    notaProva: "Paiement d'essai : aucune somme n'a été versée, pagoPA n'a transmis aucun reçu et ce document est sans valeur.",
  },
  sl: {
    lingua: "sl-SI",
    titolo: "Potrdilo o plačilu",
    titoloParziale: "Potrdilo o delnem plačilu",
    titoloNonEseguito: "Potrdilo o neizvedenem plačilu",
    titoloAttestazione: "Izjava o plačilu",
    parti: "Upnik in dolžnik",
    pagamento: "Plačilo",
    dettaglio: "Podrobnosti",
    informazioni: "Drugi podatki",
    allegati: "Priloge tega dokumenta",
    estesi: "Celotna besedila",
    codiceFiscale: "Davčna št.",
    pagatoDa: "Plačal",
    importo: "Znesek",
    data: "Datum",
    dataOra: "Datum in ura",
    psp: "Ponudnik plačilnih storitev (PSP)",
    canale: "Kanal",
    commissioni: "Provizija PSP, poleg zneska",
    codiceAvviso: "Št. obvestila",
    iuv: "Enotna oznaka plačila (IUV)",
    iur: "Oznaka potrdila (IUR)",
    strumento: "Plačilno sredstvo",
    beneficiario: "upravičenec",
    nota: "Izpis elektronskega potrdila, ki ga je pagoPA izročila {quando}. Velja elektronsko potrdilo, ki ga hrani upnik in katerega izvirnik XML je mogoče zahtevati.",
    notaAttestazione:
      "Plačilo izhaja iz poročila o poravnavi {flusso} z dne {quando}. Upnik ni prejel elektronskega potrdila pagoPA: ta dokument izjavlja, da je dolg plačan, in ni elektronsko potrdilo.",
    notaProva: "Testno plačilo: denar ni bil nakazan, pagoPA ni posredoval nobenega potrdila in ta dokument ni veljaven.",
  },
};
