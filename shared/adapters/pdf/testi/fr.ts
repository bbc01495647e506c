/** French. */
import type { Testi } from "./forma.ts";

export const fr: Testi = {
  lingua: "fr-FR",
  titolo: "Avis de paiement",
  ente: "Organisme créancier",
  destinatario: "Destinataire",
  codiceFiscale: "Code fiscal",
  quanto: "Combien payer?",
  quantoEQuando: "Combien et quand payer?",
  euro: "Euros",
  entroIl: "avant le",
  informativa:
    "Lors du paiement, le montant peut être augmenté (en raison de sanctions, d’intérêts, de frais de notification ou d’autres facteurs) ou réduit (en raison de réductions ou de notes de crédit).",
  intero: "Vous pouvez payer le montant total ou en {n} échéances",
  soloRate: "Vous pouvez payer en {n} échéances",
  molteRate: "Les montants et les échéances sont indiqués en détail pour chaque versement.",
  scontato: "Montant réduit de 30%",
  ridotto: "Montant réduit",
  cinqueGiorni: "dans les 5 jours suivant la notification du procès-verbal",
  sessantaGiorni: "entre le 6e et le 60e jour à compter de la notification du procès-verbal",
  entroGiorni: "dans les {n} jours",
  oltreGiorni: "après {n} jours",
  scelta:
    "Choisissez le montant correct pour les délais prévus, sinon vous recevrez d’autres demandes de paiement pour les sommes restantes et les frais supplémentaires éventuels.",
  scadenze: "Comment sont calculées les échéances?",
  scadenzeCome:
    "Le jour de la notification n’est pas compté. Si l’échéance tombe un dimanche (ou à un jour férié), vous pouvez également payer le premier jour ouvrable suivant.",
  giacenza: "Que se passe-t-il en cas de conservation au bureau de poste ?",
  giacenzaCome:
    "La notification correspond au jour du retrait, si celui-ci a lieu dans les 10 jours à compter de la date de dépôt (la date la plus ancienne figurant sur l’avis de passage). Si vous ne retirez pas le procès-verbal dans les 10 jours, calculez les échéances en commençant à compter à partir du onzième jour.",
  dove: "Où payer?",
  elencoCanali: "accédez au site pagopa.gov.it",
  online: "Paiement avec l’application IO",
  onlineDove: "ou depuis votre « Banque à domicile », avec votre application de paiement ou avec les autres canaux activés.",
  territorio: "Payez sur le territoire",
  territorioDove:
    "dans les banques, les guichets automatiques, les bureaux de poste, les points postaux, les bars, les kiosques à journaux, les détaillants, les supermarchés, les bureaux de tabac et les autres opérateurs agréés.",
  dati: "Données pour le paiement",
  rataUnica: "Versement unique",
  rata: "Versement {n}",
  inquadra: "Encadrez le code QR avec votre application de paiement ou utilisez les données ci-contre.",
  inquadraRate: "Encadrez le code QR avec votre application de paiement ou utilisez les données ci-dessus.",
  importo: "Montant",
  oggetto: "Objet du paiement",
  cbill: "Code CBILL",
  codiceAvviso: "Code de l’avis",
  codiceFiscaleEnte: "Code fiscal de l’organisme",
  bollettino: "Bulletin postal PA",
  bollettinoDove:
    "Bulletin postal payable dans tous les bureaux de poste et par les canaux physiques ou numériques de Poste Italiane et de l’organisme créancier.",
  conto: "sur le C/C n°",
  intestatoA: "Au nom de",
  tipo: "Type",
  estesi: "Textes complets",
};
