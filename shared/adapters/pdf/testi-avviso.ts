/** The fixed texts of the notice: the guidelines (AVV 3.5, dove pagare, importo e scadenza) ask not to alter them. */

export const TESTI = {
  titolo: "AVVISO DI PAGAMENTO",
  ente: "ENTE CREDITORE",
  destinatario: "DESTINATARIO",
  codiceFiscale: "Cod. Fiscale",
  quanto: "QUANTO PAGARE?",
  quantoEQuando: "QUANTO E QUANDO PAGARE?",
  euro: "Euro",
  entroIl: "entro il",
  informativa:
    "In fase di pagamento, se previsto dall’ente, l’importo potrebbe essere aggiornato automaticamente e subire variazioni " +
    "in diminuzione (per sgravi, note di credito) o in aumento (per sanzioni, interessi, ecc.).",
  dove: "DOVE PAGARE?",
  elencoCanali: "vai su pagopa.gov.it",
  online: "PAGA CON L’APP IO",
  onlineDove: "oppure dal tuo Home Banking, con la tua app di pagamento o con gli altri canali abilitati.",
  territorio: "PAGA SUL TERRITORIO",
  territorioDove:
    "presso Banche e Sportelli ATM, negli Uffici Postali e Punti Postali, nei Bar, Edicole, Ricevitorie, Supermercati, Tabaccherie " +
    "e altri Esercenti Convenzionati.",
  dati: "DATI PER IL PAGAMENTO",
  rataUnica: "RATA UNICA",
  inquadra: "Inquadra il codice QR con la tua app di pagamento o usa i dati accanto.",
  importo: "Importo",
  destinatarioBreve: "Destinatario",
  enteBreve: "Ente Creditore",
  oggetto: "Oggetto del pagamento",
  cbill: "Codice CBILL",
  codiceAvviso: "Codice Avviso",
  codiceFiscaleEnte: "Codice Fiscale Ente",
} as const;
