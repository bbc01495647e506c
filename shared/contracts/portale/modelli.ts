/** What a front end sees of a payment, whoever holds it: the least that is needed to choose and pay it. No name, no tax code: who asks already knows whose it is. */
import * as z from "zod";
import { giorno, idDominio, idTipoPendenza, numeroAvviso } from "../comuni/campi.ts";
import { STATI_PENDENZA_PORTALE } from "../pagamento/pendenze.ts";

const opz = z.exactOptional;

/** Id of the back end that answers, beside those of the others. */
export const DETENTORE_LOCALE = "locale";

export const detentore = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "da 1 a 32 lettere minuscole, cifre e -");

export const campiPosizione = {
  detentore: detentore.meta({ description: "Chi la detiene: `locale`, o l'id di un altro back end" }),
  idDominio,
  ragioneSociale: z.string(),
  numeroAvviso,
  causale: z.string(),
  importo: z.number(),
  stato: z.enum(STATI_PENDENZA_PORTALE),
  pagabile: z.boolean(),
  dataScadenza: opz(giorno),
  dataValidita: opz(giorno).meta({ description: "Fino a quando l'importo vale: oltre, va riletto prima di pagare" }),
  prova: opz(z.literal(true)).meta({ description: "Di un dominio in prova: nessun denaro si muove" }),
} as const;

export const PosizionePortale = z
  .strictObject({
    ...campiPosizione,
    idTipoPendenza: opz(idTipoPendenza),
    dataPagamento: opz(giorno),
    documento: opz(z.strictObject({ identificativo: z.string(), descrizione: opz(z.string()), rata: opz(z.number().int()) })).meta({
      description: "Le rate di un documento si scelgono insieme",
    }),
  })
  .meta({ id: "PosizionePortale" });

/** One, by its notice: what whoever holds the paper may see. */
export const AvvisoPortale = z
  .strictObject({ ...campiPosizione, motivo: opz(z.string()).meta({ description: "Perché non si paga" }) })
  .meta({ id: "AvvisoPortale" });

/** Of a payment that another back end holds: enough to show that it was made. Its printed receipt says the rest. */
export const RicevutaFederata = z
  .strictObject({
    detentore,
    idDominio,
    numeroAvviso,
    idRicevuta: z.string(),
    importo: z.number(),
    dataPagamento: z.string().meta({ description: "Data e ora, con il fuso" }),
    psp: z.string(),
  })
  .meta({ id: "RicevutaFederata" });

export const CercaAvviso = z
  .strictObject({
    idDominio,
    numeroAvviso,
    codiceFiscale: opz(z.string().min(1).max(16)).meta({ description: "Del debitore; obbligatorio per chi non ha credenziali" }),
    gRecaptchaResponse: opz(z.string().max(4_000)),
  })
  .meta({ id: "CercaAvviso" });
