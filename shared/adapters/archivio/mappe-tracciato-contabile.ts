/** Layouts towards accounting, in the registry, and their runs, in the archive. */
import * as z from "zod";
import type { NomeFonte } from "../../domain/contabilita/tracciati/fonti.ts";
import {
  type EsecuzioneTracciato,
  FORMATI_GIORNO,
  FORMATI_IMPORTO,
  FORMATI_TRACCIATO,
  MEMORIA_ESECUZIONI_GIORNI,
  SORGENTI_TRACCIATO,
  type TracciatoContabile,
} from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { defineMappa, opz, testo, testoOpz } from "./mappa.ts";
import { createMittente } from "./mappe-tracciato.ts";

const intero = z.number().int();

const createLayout = () => {
  // Names were checked when the layout was saved: the list of the sources is not for every function that reads the registry.
  const fonte = z.custom<NomeFonte>((valore) => typeof valore === "string", { error: "attesa una fonte" });
  const parte = z.union([
    z.object({ fonte, formato: opz(z.enum([...FORMATI_IMPORTO, ...FORMATI_GIORNO])), numeroQuota: opz(intero) }),
    z.object({ costante: z.string() }),
  ]);
  const campo = z.object({
    nome: testo,
    parti: z.array(parte),
    lunghezza: opz(intero),
    allineamento: opz(z.enum(["SINISTRA", "DESTRA"])),
    riempimento: opz(z.enum([" ", "0"])),
    tabella: opz(z.record(z.string(), z.string())),
    seVuoto: opz(z.string()),
  });
  return z.object({
    sorgente: z.enum(SORGENTI_TRACCIATO),
    formato: z.enum(FORMATI_TRACCIATO),
    codifica: z.enum(["UTF-8", "ISO-8859-1"]),
    fineRiga: z.enum(["CRLF", "LF"]),
    separatore: z.enum([";", ",", "\t"]),
    nomiColonne: z.boolean(),
    lunghezzaRecord: opz(intero),
    radice: testo,
    elemento: testo,
    testata: opz(z.array(campo)),
    dettaglio: z.array(campo),
    coda: opz(z.array(campo)),
    filtri: z.object({
      stati: opz(z.array(z.enum(["RISCOSSA", "INCASSATA"]))),
      rendicontata: opz(z.boolean()),
      nonRendicontataDaGiorni: opz(intero),
      idTipiPendenza: opz(z.array(testo)),
      idUnitaOperative: opz(z.array(testo)),
    }),
    nomeFile: testo,
  });
};

export const mappaTracciatoContabile = defineMappa<TracciatoContabile>({
  tabella: "anagrafiche",
  schema: () =>
    z.object({
      ...{
        versione: intero,
        idDominio: testo,
        nome: testo,
        descrizione: testoOpz,
        abilitato: z.boolean(),
        layout: createLayout(),
        cartella: testoOpz,
        destinatario: testoOpz,
        email: opz(z.object({ indirizzi: z.array(testo), oggetto: testoOpz })),
      },
      pianificazione: opz(z.object({ cadenza: z.enum(["GIORNALIERA", "SETTIMANALE", "MENSILE"]), ora: intero })),
      mittente: createMittente(),
    }),
  chiave: ({ idDominio, nome }) => ({ pk: `TCN#${idDominio}`, sk: `TRACCIATO#${nome}` }),
});

export const chiaveEsecuzioneTracciato = ({ idDominio, id }: Pick<EsecuzioneTracciato, "idDominio" | "id">) => ({
  ...{ pk: `ETC#${idDominio}#${id}`, sk: "ESECUZIONE" },
});

export const mappaEsecuzioneTracciato = defineMappa<EsecuzioneTracciato>({
  tabella: "archivio",
  schema: () =>
    z.object({
      ...{
        versione: intero,
        id: testo,
        idDominio: testo,
        nome: testo,
        stato: z.enum(["IN_ATTESA", "PRONTA", "SCARTATA"]),
        descrizioneStato: testoOpz,
      },
      ...{ origine: z.enum(["RICHIESTA", "PIANIFICATA"]), da: testo, a: testo, mittente: createMittente(), dataRichiesta: testo },
      ...{ dataConclusione: testoOpz, chiave: testoOpz, righe: opz(intero), byte: opz(intero) },
      consegna: opz(
        z.object({
          ...{ destinatario: testo, stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO"]), descrizioneStato: testoOpz },
          ...{ tentativi: intero, dataUltimoTentativo: testoOpz, dataProssimoTentativo: testoOpz },
          email: opz(z.object({ restanti: z.array(testo), spediti: intero, oggetto: testoOpz })),
        }),
      ),
    }),
  chiave: chiaveEsecuzioneTracciato,
  indici: ({ dataRichiesta }) => ({ scadeAlle: Math.floor(Date.parse(dataRichiesta) / 1000) + MEMORIA_ESECUZIONI_GIORNI * 86_400 }),
});
