/** What is told outside of what happened: the envelope (CloudEvents 1.0, structured JSON) that webhooks and feed share. */
import * as z from "zod";

export const TIPI_ANNUNCIO = [
  ...([
    "pendenza.creata",
    "pendenza.modificata",
    "pendenza.annullata",
    "pendenza.pagataAltrove",
    "tentativo.avviato",
    "ricevuta.acquisita",
  ] as const),
  ...([
    "riscossione.registrata",
    "riscossione.rendicontata",
    "riscossione.riconciliata",
    "anomalia.aperta",
    "tracciato.elaborato",
  ] as const),
] as const;

export const EventoAnnunciato = z
  .strictObject({
    specversion: z.literal("1.0"),
    id: z.string().meta({ description: "Lo stesso a ogni ripetizione: chi riceve scarta ciò che ha già visto" }),
    source: z.string(),
    type: z.string().meta({ description: `it.fiorino. e uno fra ${TIPI_ANNUNCIO.join(", ")}, prova` }),
    subject: z.string().meta({ description: "Il codice di pagamento (IUV), o l'identificativo dell'anomalia o del tracciato" }),
    time: z.string(),
    datacontenttype: z.literal("application/json"),
    sequence: z.string().meta({ description: "Il posto nell'ordine degli eventi del dominio: si confronta come testo" }),
    data: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .meta({ description: "Identificativi, stato e importo in euro; mai dati personali: il resto si legge con le API" }),
  })
  .meta({ id: "EventoAnnunciato" });
