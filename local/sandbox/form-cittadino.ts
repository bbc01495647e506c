/** The citizen's forms of the demonstration: an occupation of public ground whose fee is computed, and a digital stamp duty (e.bollo). */
const CODICE_FISCALE = { type: "string", pattern: "^([A-Z0-9]{16}|[0-9]{11})$" };
const CHI = {
  type: "object",
  required: ["codiceFiscale", "nominativo"],
  additionalProperties: false,
  properties: {
    codiceFiscale: CODICE_FISCALE,
    nominativo: { type: "string", minLength: 1, maxLength: 70 },
    email: { type: "string", format: "email" },
  },
};
const CAMPI_CHI = [
  {
    nome: "richiedente.codiceFiscale",
    etichetta: { it: "Codice fiscale o partita IVA", en: "Tax code", de: "Steuernummer", fr: "Code fiscal", sl: "Davčna številka" },
  },
  {
    nome: "richiedente.nominativo",
    etichetta: { it: "Nome e cognome, o ragione sociale", en: "Name", de: "Name", fr: "Nom", sl: "Ime" },
  },
  { nome: "richiedente.email", etichetta: { it: "E-mail", en: "E-mail", de: "E-Mail", fr: "E-mail", sl: "E-pošta" } },
];
const SOGGETTO = {
  tipo: "{{ se(lunghezza(richiedente.codiceFiscale) = 16, 'F', 'G') }}",
  identificativo: "{{ richiedente.codiceFiscale }}",
  anagrafica: "{{ richiedente.nominativo }}",
  email: "{{ richiedente.email }}",
};
const INFORMATIVA = {
  versione: "2026-01",
  obbligatoria: true,
  testo: {
    it: "I dati servono solo a rilasciare l'avviso e la ricevuta (art. 13 del regolamento UE 2016/679).",
    en: "Your data are only used to issue the notice and the receipt (Art. 13 of Regulation EU 2016/679).",
  },
};

export const FORM_OCCUPAZIONE = {
  abilitato: true,
  gruppo: "Suolo pubblico",
  form: {
    tipo: "fiorino",
    definizione: {
      titolo: { it: "Occupazione di suolo pubblico", en: "Occupation of public ground" },
      campi: [
        ...CAMPI_CHI,
        {
          nome: "uso",
          etichetta: { it: "Per che cosa", en: "What for" },
          aspetto: "scelta",
          scelte: [
            { valore: "banco", etichetta: { it: "Banco di vendita", en: "Stall" } },
            { valore: "trasloco", etichetta: { it: "Trasloco", en: "Removal" } },
          ],
        },
        {
          nome: "metri",
          etichetta: { it: "Metri quadrati", en: "Square metres" },
          aspetto: "numero",
          quando: "uso = 'banco'",
          obbligatorio: true,
        },
        { nome: "dal", etichetta: { it: "Dal", en: "From" }, aspetto: "data" },
        { nome: "al", etichetta: { it: "Al", en: "To" }, aspetto: "data" },
        {
          nome: "planimetria",
          etichetta: { it: "Planimetria", en: "Plan" },
          aspetto: "file",
          file: { tipi: ["application/pdf", "image/png"], massimoByte: 1_000_000 },
        },
      ],
      importo: "se(uso = 'banco', arrotonda(moltiplica(metri, 1.15, giorni(dal, al))), moltiplica(18.5, giorni(dal, al)))",
      informativa: INFORMATIVA,
    },
  },
  validazione: {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    required: ["richiedente", "uso", "dal", "al"],
    additionalProperties: false,
    properties: {
      richiedente: CHI,
      uso: { enum: ["banco", "trasloco"] },
      metri: { type: "number", minimum: 1, maximum: 500 },
      dal: { type: "string", format: "date" },
      al: { type: "string", format: "date" },
      planimetria: { type: "object" },
    },
  },
  trasformazione: {
    tipo: "fiorino",
    definizione: {
      idA2A: "GEST-TRIBUTI",
      idPendenza: "OCC-{{ tronca(transactionId, 20) }}",
      causale: "Occupazione suolo pubblico, {{ uso }}, dal {{ dal }} al {{ al }}",
      importo: "{{ importo }}",
      soggettoPagatore: SOGGETTO,
      voci: [{ idVocePendenza: "1", importo: "{{ importo }}", descrizione: "Canone unico patrimoniale", codEntrata: "COSAP" }],
    },
  },
};

/** The amount of the stamp is here, and only here. */
const IMPORTO_BOLLO = "16.00";

export const FORM_BOLLO = {
  abilitato: true,
  gruppo: "Marca da bollo",
  form: {
    tipo: "fiorino",
    definizione: {
      titolo: { it: "Marca da bollo digitale", en: "Digital stamp duty" },
      campi: [
        ...CAMPI_CHI,
        {
          nome: "documento",
          etichetta: { it: "Documento da bollare", en: "Document to stamp" },
          aiuto: {
            it: "Basta la sua impronta SHA-256, che il portale calcola senza spedirlo; se lo riceviamo, ne teniamo solo l'impronta.",
            en: "Its SHA-256 digest is enough; if we receive it, we only keep the digest.",
          },
          aspetto: "impronta",
          obbligatorio: true,
        },
        { nome: "provincia", etichetta: { it: "Provincia di residenza", en: "Province of residence" } },
      ],
      importo: IMPORTO_BOLLO,
      informativa: INFORMATIVA,
    },
  },
  validazione: {
    type: "object",
    required: ["richiedente", "documento", "provincia"],
    additionalProperties: false,
    properties: { richiedente: CHI, documento: { type: "object" }, provincia: { type: "string", pattern: "^[A-Z]{2}$" } },
  },
  trasformazione: {
    tipo: "fiorino",
    definizione: {
      idA2A: "GEST-TRIBUTI",
      idPendenza: "MBD-{{ tronca(transactionId, 20) }}",
      causale: "Marca da bollo digitale",
      importo: "{{ importo }}",
      soggettoPagatore: SOGGETTO,
      voci: [
        {
          ...{ idVocePendenza: "1", importo: "{{ importo }}", descrizione: "Imposta di bollo", tipoBollo: "01" },
          ...{ hashDocumento: "{{ documento.impronta }}", provinciaResidenza: "{{ provincia }}" },
        },
      ],
    },
  },
};
