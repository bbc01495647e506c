/** English. */
import type { Testi } from "./forma.ts";

export const en: Testi = {
  lingua: "en-GB",
  titolo: "Payment notice",
  ente: "Payee",
  destinatario: "Recipient",
  codiceFiscale: "Tax code",
  quanto: "How much to pay?",
  quantoEQuando: "How much and when to pay?",
  euro: "Euro",
  entroIl: "by",
  informativa:
    "During the payment the amount may increase (due to penalties, interest, notification costs or other factors) or be reduced (due to discounts or credit notes).",
  intero: "You can pay in full or in {n} instalments.",
  soloRate: "You can pay in {n} instalments.",
  molteRate: "Amounts and due dates are shown in each instalment detail.",
  scontato: "30% off",
  ridotto: "Reduced amount",
  cinqueGiorni: "Within 5 days from the notification",
  sessantaGiorni: "From the 6th to the 60th day from the notification",
  entroGiorni: "within {n} days",
  oltreGiorni: "after {n} days",
  scelta:
    "Choose the correct amount depending on deadlines, otherwise you will receive other payment requests for the remaining and/or additional amounts.",
  scadenze: "How are deadlines calculated?",
  scadenzeCome:
    "The day of notification is not counted. If the due date is a Sunday (or a public holiday), you can also pay on the next working day.",
  giacenza: "What happens in case of a failed delivery attempt?",
  giacenzaCome:
    "The notification is the day of the collection, if this occurs within 10 days from the date printed on the non-delivery notice. If you don’t collect the notice within 10 days, count the deadlines starting from the 11th day.",
  dove: "Where to pay?",
  elencoCanali: "Go to pagopa.gov.it",
  online: "Pay with the IO app",
  onlineDove: "or with your Home Banking, payment app or the other affiliated channels.",
  territorio: "Pay locally",
  territorioDove:
    "at banks and ATMs, in post offices, cafés, news stands, betting and tobacco Shops, supermarkets and other affiliated merchants.",
  dati: "Payment details",
  rataUnica: "Full amount",
  rata: "Instalment {n}",
  inquadra: "Scan the QR Code with your payment app or use the data printed here.",
  inquadraRate: "Scan the QR Code with your payment app or use the data printed above.",
  importo: "Amount",
  oggetto: "Payment description",
  cbill: "CBILL code",
  codiceAvviso: "Notice code",
  codiceFiscaleEnte: "Payee tax code",
  bollettino: "Post office payment slip",
  bollettinoDove:
    "Payment slip payable at all post offices and through the physical or digital channels of Poste Italiane and of the payee.",
  conto: "to account no.",
  intestatoA: "In the name of",
  tipo: "Type",
  estesi: "Full texts",
};
