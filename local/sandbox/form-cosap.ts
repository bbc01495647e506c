/** The operator's form of the demonstration: the fields of an occupation of public ground, what they must be, and the debt that they make. */
const SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  required: ["richiedente", "luogo", "giorno", "importo"],
  additionalProperties: false,
  properties: {
    richiedente: {
      title: "Richiedente",
      type: "object",
      required: ["codiceFiscale", "nominativo"],
      additionalProperties: false,
      properties: {
        codiceFiscale: { title: "Codice fiscale o partita IVA", type: "string", pattern: "^([A-Z0-9]{16}|[0-9]{11})$" },
        nominativo: { title: "Nominativo", type: "string", minLength: 1, maxLength: 70 },
        email: { title: "E-mail", type: "string", format: "email" },
      },
    },
    luogo: { title: "Luogo occupato", type: "string", minLength: 1, maxLength: 80 },
    giorno: { title: "Giorno", type: "string", format: "date" },
    importo: { title: "Canone (euro)", type: "number", minimum: 0.01, maximum: 10_000 },
  },
};

const MODELLO = {
  idA2A: "GEST-TRIBUTI",
  idPendenza: "COSAP-{{ tronca(transactionId, 20) }}",
  causale: "Occupazione suolo pubblico: {{ luogo }}, {{ giorno }}",
  importo: "{{ importo(importo) }}",
  soggettoPagatore: {
    tipo: "{{ se(lunghezza(richiedente.codiceFiscale) = 16, 'F', 'G') }}",
    identificativo: "{{ richiedente.codiceFiscale }}",
    anagrafica: "{{ richiedente.nominativo }}",
    email: "{{ richiedente.email }}",
  },
  dataScadenza: "{{ giorno }}",
  voci: [{ idVocePendenza: "1", importo: "{{ importo(importo) }}", descrizione: "Canone {{ luogo }}", codEntrata: "COSAP" }],
};

export const FORM_COSAP = {
  abilitato: true,
  form: { tipo: "angular2-json-schema-form", definizione: { schema: SCHEMA } },
  validazione: SCHEMA,
  trasformazione: { tipo: "fiorino", definizione: MODELLO },
};
