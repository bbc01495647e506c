/**
 * What a citizen is told of each fact, in the five languages of the notices: plain words, no codes of the product, no blame. `TIPO.DEBITORE` is said when the
 * debtor itself paid; a missing language of a kind does not exist (`storia.test.ts`).
 */
import { CATALOGO_FATTI } from "./catalogo-fatti.ts";
import { COMUNICAZIONI_IT, type LinguaStoria, type Parlata } from "./frase.ts";

const COMUNICAZIONI: Readonly<Record<LinguaStoria, Readonly<Record<string, string>>>> = {
  it: COMUNICAZIONI_IT,
  en: { AVVISO_PAGAMENTO: "the payment notice", SCADENZA_AVVISO_PAGAMENTO: "the due date reminder", RICEVUTA_TELEMATICA: "the receipt" },
  de: {
    AVVISO_PAGAMENTO: "die Zahlungsmitteilung",
    SCADENZA_AVVISO_PAGAMENTO: "die Erinnerung an die Fälligkeit",
    RICEVUTA_TELEMATICA: "die Quittung",
  },
  fr: { AVVISO_PAGAMENTO: "l'avis de paiement", SCADENZA_AVVISO_PAGAMENTO: "le rappel de l'échéance", RICEVUTA_TELEMATICA: "le reçu" },
  sl: { AVVISO_PAGAMENTO: "obvestilo o plačilu", SCADENZA_AVVISO_PAGAMENTO: "opomnik o roku", RICEVUTA_TELEMATICA: "potrdilo" },
};

export const FRASI_CITTADINO: Readonly<Record<LinguaStoria, Readonly<Record<string, string>>>> = {
  it: {
    PENDENZA_CREATA: "L'ente ha registrato un importo da pagare[: {importo}].",
    PENDENZA_AGGIORNATA:
      "L'ente ha aggiornato i dati del pagamento.[ L'importo passa da {importoPrima} a {importo}.][ La scadenza passa dal {scadenzaPrima} al {scadenza}.]",
    SCADENZA_SPOSTATA: "L'ente ha spostato la scadenza[ al {scadenza}].",
    PENDENZA_ANNULLATA: "L'ente ha annullato il pagamento: non c'è nulla da pagare.",
    PENDENZA_RIPRISTINATA: "L'ente ha tolto l'annullamento: il pagamento è di nuovo dovuto.",
    PENDENZA_RIATTIVATA: "L'ente ha tolto l'annullamento: il pagamento è di nuovo dovuto[, {importo}].",
    AVVISO_NOTIFICATO: "L'avviso è stato notificato.",
    PAGAMENTO_AVVIATO: "È stato avviato un pagamento[ di {importo}].",
    PAGAMENTO_NON_CONCLUSO: "Il pagamento avviato non è stato concluso in tempo. Si può riprovare.",
    PAGAMENTO_NON_RIUSCITO: "Un pagamento[ presso {psp}] non è riuscito. Si può riprovare.",
    "PAGATA.DEBITORE":
      "Hai pagato[ {importo}][ presso {psp}][ il {giorno}].[dopoAnnullamento? Il pagamento era stato annullato dall'ente, che ti farà sapere.]",
    PAGATA:
      "Pagamento ricevuto[: {importo}][ presso {psp}][ il {giorno}].[dopoAnnullamento? Il pagamento era stato annullato dall'ente, che farà sapere.]",
    "PAGATA_IN_PARTE.DEBITORE": "Hai pagato una parte[: {importo}][ presso {psp}][ il {giorno}].",
    PAGATA_IN_PARTE: "È stata pagata una parte[: {importo}][ presso {psp}][ il {giorno}].",
    PAGATA_DUE_VOLTE:
      "È arrivato un altro pagamento[ di {importo}][ presso {psp}][ il {giorno}]: era già tutto pagato. L'ente deciderà come restituirlo.",
    PAGATA_CON_ALTRO_IMPORTO:
      "È arrivato un pagamento[ di {importo}][ presso {psp}][ il {giorno}] diverso dal dovuto. L'ente lo sta verificando.",
    PAGATA_SENZA_RICEVUTA: "Il pagamento[ di {importo}] è arrivato. La ricevuta non è disponibile.",
    RICEVUTA_ARRIVATA: "È arrivata la ricevuta del pagamento.",
    RICONCILIATA: "Il denaro è arrivato all'ente.",
    ANOMALIA_ACCETTATA: "L'ente ha verificato il pagamento: è a posto.",
    RIMBORSO_ANNOTATO: "L'ente ha restituito ciò che era stato pagato in più[: {importo}].",
    PENDENZA_RIAPERTA: "L'ente ha verificato il pagamento ricevuto: l'importo resta da pagare.",
    RIMBORSO_DISPOSTO: "L'ente ha disposto il rimborso[ di {importo}].",
    COMUNICAZIONE_SPEDITA: "È partito un messaggio con {comunicazione}[, tramite {canale}].",
    COMUNICAZIONE_RECAPITATA: "Recapitato un messaggio con {comunicazione}[, tramite {canale}].",
    COMUNICAZIONE_LETTA: "Letto un messaggio con {comunicazione}[, tramite {canale}].",
    COSTO_NOTIFICA: "La notifica dell'avviso ha un costo[ di {costo}].[ L'importo passa da {importoPrima} a {importo}.]",
  },
  en: {
    PENDENZA_CREATA: "The creditor recorded an amount to pay[: {importo}].",
    PENDENZA_AGGIORNATA:
      "The creditor updated the details of the payment.[ The amount changes from {importoPrima} to {importo}.][ The due date changes from {scadenzaPrima} to {scadenza}.]",
    SCADENZA_SPOSTATA: "The creditor moved the due date[ to {scadenza}].",
    PENDENZA_ANNULLATA: "The creditor cancelled the payment: there is nothing to pay.",
    PENDENZA_RIPRISTINATA: "The creditor withdrew the cancellation: the payment is due again.",
    PENDENZA_RIATTIVATA: "The creditor withdrew the cancellation: the payment is due again[, {importo}].",
    AVVISO_NOTIFICATO: "The notice was served.",
    PAGAMENTO_AVVIATO: "A payment[ of {importo}] was started.",
    PAGAMENTO_NON_CONCLUSO: "The payment that was started was not completed in time. It can be tried again.",
    PAGAMENTO_NON_RIUSCITO: "A payment[ with {psp}] failed. It can be tried again.",
    "PAGATA.DEBITORE":
      "You paid[ {importo}][ with {psp}][ on {giorno}].[dopoAnnullamento? The creditor had cancelled the payment and will let you know.]",
    PAGATA:
      "Payment made[: {importo}][ with {psp}][ on {giorno}].[dopoAnnullamento? The creditor had cancelled the payment and will follow up.]",
    "PAGATA_IN_PARTE.DEBITORE": "You paid a part[: {importo}][ with {psp}][ on {giorno}].",
    PAGATA_IN_PARTE: "A part was paid[: {importo}][ with {psp}][ on {giorno}].",
    PAGATA_DUE_VOLTE:
      "Another payment[ of {importo}] arrived[ with {psp}][ on {giorno}]: everything had already been paid. The creditor will decide how to return it.",
    PAGATA_CON_ALTRO_IMPORTO:
      "A payment[ of {importo}] arrived[ with {psp}][ on {giorno}] that differs from the amount due. The creditor is checking it.",
    PAGATA_SENZA_RICEVUTA: "The payment[ of {importo}] arrived. The receipt is not available.",
    RICEVUTA_ARRIVATA: "The receipt of the payment arrived.",
    RICONCILIATA: "The money reached the creditor.",
    ANOMALIA_ACCETTATA: "The creditor checked the payment: it is in order.",
    RIMBORSO_ANNOTATO: "The creditor returned what had been overpaid[: {importo}].",
    PENDENZA_RIAPERTA: "The creditor checked the payment received: the amount is still to be paid.",
    RIMBORSO_DISPOSTO: "The creditor ordered the refund[ of {importo}].",
    COMUNICAZIONE_SPEDITA: "A message was sent with {comunicazione}[, by {canale}].",
    COMUNICAZIONE_RECAPITATA: "A message was delivered with {comunicazione}[, by {canale}].",
    COMUNICAZIONE_LETTA: "A message was read with {comunicazione}[, by {canale}].",
    COSTO_NOTIFICA: "Serving the notice has a cost[ of {costo}].[ The amount changes from {importoPrima} to {importo}.]",
  },
  de: {
    PENDENZA_CREATA: "Die Körperschaft hat einen zu zahlenden Betrag eingetragen[: {importo}].",
    PENDENZA_AGGIORNATA:
      "Die Körperschaft hat die Zahlungsdaten geändert.[ Der Betrag ändert sich von {importoPrima} auf {importo}.][ Die Fälligkeit ändert sich vom {scadenzaPrima} auf den {scadenza}.]",
    SCADENZA_SPOSTATA: "Die Körperschaft hat die Fälligkeit verschoben[ auf den {scadenza}].",
    PENDENZA_ANNULLATA: "Die Körperschaft hat die Zahlung storniert: Es ist nichts zu zahlen.",
    PENDENZA_RIPRISTINATA: "Die Körperschaft hat die Stornierung aufgehoben: Die Zahlung ist wieder fällig.",
    PENDENZA_RIATTIVATA: "Die Körperschaft hat die Stornierung aufgehoben: Die Zahlung ist wieder fällig[, {importo}].",
    AVVISO_NOTIFICATO: "Die Mitteilung wurde zugestellt.",
    PAGAMENTO_AVVIATO: "Eine Zahlung[ über {importo}] wurde begonnen.",
    PAGAMENTO_NON_CONCLUSO: "Die begonnene Zahlung wurde nicht rechtzeitig abgeschlossen. Sie kann wiederholt werden.",
    PAGAMENTO_NON_RIUSCITO: "Eine Zahlung[ bei {psp}] ist fehlgeschlagen. Sie kann wiederholt werden.",
    "PAGATA.DEBITORE":
      "Sie haben bezahlt[: {importo}][ bei {psp}][ am {giorno}].[dopoAnnullamento? Die Körperschaft hatte die Zahlung storniert und wird sich melden.]",
    PAGATA:
      "Bezahlt[: {importo}][ bei {psp}][ am {giorno}].[dopoAnnullamento? Die Körperschaft hatte die Zahlung storniert und wird sich melden.]",
    "PAGATA_IN_PARTE.DEBITORE": "Sie haben einen Teil bezahlt[: {importo}][ bei {psp}][ am {giorno}].",
    PAGATA_IN_PARTE: "Ein Teil wurde bezahlt[: {importo}][ bei {psp}][ am {giorno}].",
    PAGATA_DUE_VOLTE:
      "Eine weitere Zahlung[ über {importo}] ist eingegangen[ bei {psp}][ am {giorno}]: Es war schon alles bezahlt. Die Körperschaft entscheidet über die Rückgabe.",
    PAGATA_CON_ALTRO_IMPORTO:
      "Eine Zahlung[ über {importo}] ist eingegangen[ bei {psp}][ am {giorno}], die vom geschuldeten Betrag abweicht. Die Körperschaft prüft sie.",
    PAGATA_SENZA_RICEVUTA: "Die Zahlung[ über {importo}] ist eingegangen. Die Quittung ist nicht verfügbar.",
    RICEVUTA_ARRIVATA: "Die Quittung der Zahlung ist eingegangen.",
    RICONCILIATA: "Das Geld ist bei der Körperschaft eingegangen.",
    ANOMALIA_ACCETTATA: "Die Körperschaft hat die Zahlung geprüft: Sie ist in Ordnung.",
    RIMBORSO_ANNOTATO: "Die Körperschaft hat den zu viel gezahlten Betrag zurückgegeben[: {importo}].",
    PENDENZA_RIAPERTA: "Die Körperschaft hat die eingegangene Zahlung geprüft: Der Betrag ist weiterhin zu zahlen.",
    RIMBORSO_DISPOSTO: "Die Körperschaft hat die Rückerstattung angeordnet[: {importo}].",
    COMUNICAZIONE_SPEDITA: "Eine Nachricht wurde gesendet: {comunicazione}[, über {canale}].",
    COMUNICAZIONE_RECAPITATA: "Eine Nachricht wurde zugestellt: {comunicazione}[, über {canale}].",
    COMUNICAZIONE_LETTA: "Eine Nachricht wurde gelesen: {comunicazione}[, über {canale}].",
    COSTO_NOTIFICA: "Die Zustellung der Mitteilung kostet[ {costo}].[ Der Betrag ändert sich von {importoPrima} auf {importo}.]",
  },
  fr: {
    PENDENZA_CREATA: "L'organisme a enregistré un montant à payer[ : {importo}].",
    PENDENZA_AGGIORNATA:
      "L'organisme a mis à jour les données du paiement.[ Le montant passe de {importoPrima} à {importo}.][ L'échéance passe du {scadenzaPrima} au {scadenza}.]",
    SCADENZA_SPOSTATA: "L'organisme a déplacé l'échéance[ au {scadenza}].",
    PENDENZA_ANNULLATA: "L'organisme a annulé le paiement : il n'y a rien à payer.",
    PENDENZA_RIPRISTINATA: "L'organisme a levé l'annulation : le paiement est de nouveau dû.",
    PENDENZA_RIATTIVATA: "L'organisme a levé l'annulation : le paiement est de nouveau dû[, {importo}].",
    AVVISO_NOTIFICATO: "L'avis a été notifié.",
    PAGAMENTO_AVVIATO: "Un paiement[ de {importo}] a été commencé.",
    PAGAMENTO_NON_CONCLUSO: "Le paiement commencé n'a pas été terminé à temps. On peut réessayer.",
    PAGAMENTO_NON_RIUSCITO: "Un paiement[ auprès de {psp}] a échoué. On peut réessayer.",
    "PAGATA.DEBITORE":
      "Vous avez payé[ {importo}][ auprès de {psp}][ le {giorno}].[dopoAnnullamento? L'organisme avait annulé le paiement et vous informera.]",
    PAGATA: "Payé[ : {importo}][ auprès de {psp}][ le {giorno}].[dopoAnnullamento? L'organisme avait annulé le paiement et donnera suite.]",
    "PAGATA_IN_PARTE.DEBITORE": "Vous avez payé une partie[ : {importo}][ auprès de {psp}][ le {giorno}].",
    PAGATA_IN_PARTE: "Une partie a été payée[ : {importo}][ auprès de {psp}][ le {giorno}].",
    PAGATA_DUE_VOLTE:
      "Un autre paiement[ de {importo}] est arrivé[ auprès de {psp}][ le {giorno}] : tout était déjà payé. L'organisme décidera comment le rendre.",
    PAGATA_CON_ALTRO_IMPORTO:
      "Un paiement[ de {importo}] est arrivé[ auprès de {psp}][ le {giorno}], différent du montant dû. L'organisme le vérifie.",
    PAGATA_SENZA_RICEVUTA: "Le paiement[ de {importo}] est arrivé. Le reçu n'est pas disponible.",
    RICEVUTA_ARRIVATA: "Le reçu du paiement est arrivé.",
    RICONCILIATA: "L'argent est arrivé à l'organisme.",
    ANOMALIA_ACCETTATA: "L'organisme a vérifié le paiement : il est en règle.",
    RIMBORSO_ANNOTATO: "L'organisme a rendu ce qui avait été payé en trop[ : {importo}].",
    PENDENZA_RIAPERTA: "L'organisme a vérifié le paiement reçu : le montant reste à payer.",
    RIMBORSO_DISPOSTO: "L'organisme a ordonné le remboursement[ de {importo}].",
    COMUNICAZIONE_SPEDITA: "Un message est parti avec {comunicazione}[, par {canale}].",
    COMUNICAZIONE_RECAPITATA: "Un message a été remis avec {comunicazione}[, par {canale}].",
    COMUNICAZIONE_LETTA: "Un message a été lu avec {comunicazione}[, par {canale}].",
    COSTO_NOTIFICA: "La notification de l'avis a un coût[ de {costo}].[ Le montant passe de {importoPrima} à {importo}.]",
  },
  sl: {
    PENDENZA_CREATA: "Ustanova je vpisala znesek za plačilo[: {importo}].",
    PENDENZA_AGGIORNATA:
      "Ustanova je spremenila podatke o plačilu.[ Znesek se spremeni z {importoPrima} na {importo}.][ Rok se spremeni z {scadenzaPrima} na {scadenza}.]",
    SCADENZA_SPOSTATA: "Ustanova je prestavila rok plačila[ na {scadenza}].",
    PENDENZA_ANNULLATA: "Ustanova je plačilo preklicala: ničesar ni treba plačati.",
    PENDENZA_RIPRISTINATA: "Ustanova je umaknila preklic: plačilo je spet dolgovano.",
    PENDENZA_RIATTIVATA: "Ustanova je umaknila preklic: plačilo je spet dolgovano[, {importo}].",
    AVVISO_NOTIFICATO: "Obvestilo je bilo vročeno.",
    PAGAMENTO_AVVIATO: "Začeto je bilo plačilo[ v znesku {importo}].",
    PAGAMENTO_NON_CONCLUSO: "Začeto plačilo ni bilo pravočasno končano. Lahko poskusite znova.",
    PAGAMENTO_NON_RIUSCITO: "Plačilo[ pri {psp}] ni uspelo. Lahko poskusite znova.",
    "PAGATA.DEBITORE":
      "Plačali ste[ {importo}][ pri {psp}][ dne {giorno}].[dopoAnnullamento? Ustanova je plačilo preklicala in vas bo obvestila.]",
    PAGATA: "Plačano[: {importo}][ pri {psp}][ dne {giorno}].[dopoAnnullamento? Ustanova je plačilo preklicala in bo ukrepala.]",
    "PAGATA_IN_PARTE.DEBITORE": "Plačali ste del[: {importo}][ pri {psp}][ dne {giorno}].",
    PAGATA_IN_PARTE: "Plačan je bil del[: {importo}][ pri {psp}][ dne {giorno}].",
    PAGATA_DUE_VOLTE:
      "Prispelo je še eno plačilo[ v znesku {importo}][ pri {psp}][ dne {giorno}]: vse je bilo že plačano. Ustanova bo odločila, kako ga vrniti.",
    PAGATA_CON_ALTRO_IMPORTO:
      "Prispelo je plačilo[ v znesku {importo}][ pri {psp}][ dne {giorno}], ki se razlikuje od dolgovanega. Ustanova ga preverja.",
    PAGATA_SENZA_RICEVUTA: "Plačilo[ v znesku {importo}] je prispelo. Potrdilo ni na voljo.",
    RICEVUTA_ARRIVATA: "Prispelo je potrdilo o plačilu.",
    RICONCILIATA: "Denar je prispel na ustanovo.",
    ANOMALIA_ACCETTATA: "Ustanova je preverila plačilo: je v redu.",
    RIMBORSO_ANNOTATO: "Ustanova je vrnila preveč plačano[: {importo}].",
    PENDENZA_RIAPERTA: "Ustanova je preverila prejeto plačilo: znesek je še treba plačati.",
    RIMBORSO_DISPOSTO: "Ustanova je odredila vračilo[: {importo}].",
    COMUNICAZIONE_SPEDITA: "Poslano je bilo sporočilo: {comunicazione}[, prek {canale}].",
    COMUNICAZIONE_RECAPITATA: "Sporočilo je bilo dostavljeno: {comunicazione}[, prek {canale}].",
    COMUNICAZIONE_LETTA: "Sporočilo je bilo prebrano: {comunicazione}[, prek {canale}].",
    COSTO_NOTIFICA: "Vročitev obvestila ima strošek[ {costo}].[ Znesek se spremeni z {importoPrima} na {importo}.]",
  },
};

/** How a citizen is spoken to. @param lingua the one that it asked for. */
export const parlataCittadino = (lingua: LinguaStoria): Parlata => ({
  lingua,
  comunicazioni: COMUNICAZIONI[lingua],
  modelloDi: ({ tipo, dettagli }) => {
    const frasi = FRASI_CITTADINO[lingua];
    return (dettagli.pagante === "DEBITORE" ? frasi[`${tipo}.DEBITORE`] : undefined) ?? frasi[tipo] ?? CATALOGO_FATTI[tipo].frase;
  },
});
