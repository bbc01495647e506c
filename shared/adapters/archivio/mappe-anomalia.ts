/** Items of the anomalies with their history, of the rules that route them and of the summaries of each queue. */
import * as z from "zod";
import type { Anomalia, VoceAnomalia } from "../../domain/anomalie/anomalia.ts";
import { CODICI_ANOMALIA, type CodiceAnomalia, isCodiceAnomalia } from "../../domain/anomalie/codici-anomalia.ts";
import type { Instradamento } from "../../domain/anomalie/instradamento.ts";
import { postoDi, type Riepilogo, type SegnalibroRiepilogo } from "../../domain/anomalie/riepilogo.ts";
import { describeSoggetto, type SoggettoAnomalia } from "../../domain/anomalie/soggetto.ts";
import { STATI_ANOMALIA } from "../../domain/anomalie/stati-anomalia.ts";
import { ambitoDi } from "../../ports/posizioni.ts";
import { chiavi } from "./chiavi.ts";
import { cents, defineMappa, opz, testo, testoOpz } from "./mappa.ts";

const versione = z.number().int();
const codice = z.custom<CodiceAnomalia>((valore) => typeof valore === "string" && isCodiceAnomalia(valore), {
  error: `codice di anomalia sconosciuto; noti ${CODICI_ANOMALIA.length}`,
});

const soggetto: z.ZodType<SoggettoAnomalia> = z.discriminatedUnion("tipo", [
  z.object({ tipo: z.literal("FLUSSO"), idFlusso: testo, idPsp: testo }),
  z.object({ tipo: z.literal("MOVIMENTO"), idMovimento: testo }),
  z.object({ tipo: z.literal("RISCONTRO"), iuv: testo, iur: testo, indice: z.number().int() }),
]);

const fatti = () =>
  z.object({
    importo: opz(cents),
    importoAtteso: opz(cents),
    giorno: testoOpz,
    quante: opz(z.number().int()),
    iuv: testoOpz,
    idTipoPendenza: testoOpz,
    idUnitaOperativa: testoOpz,
    dettaglio: testoOpz,
  });

/** What a search by text looks at. */
const ricercaDi = ({ id, codice: nome, soggetto: cosa, fatti: { iuv, dettaglio }, nota, assegnatario }: Anomalia): string =>
  [id, nome, describeSoggetto(cosa), iuv, dettaglio, nota, assegnatario]
    .filter((parte) => parte !== undefined)
    .join(" ")
    .toLowerCase()
    .slice(0, 2_000);

export const elencoAperte = (idDominio: string): string => `ANA#${idDominio}`;
export const elencoCoda = (idDominio: string, coda: string): string => `ANC#${idDominio}#${coda}`;

const mappaAnomalia = defineMappa<Anomalia>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      id: testo,
      codice,
      soggetto,
      stato: z.enum(STATI_ANOMALIA),
      evidenza: z.enum(["PRESENTE", "ASSENTE"]),
      fatti: fatti(),
      coda: testo,
      regola: testoOpz,
      assegnatario: testoOpz,
      nota: testoOpz,
      scadenza: testoOpz,
      nascostaFino: testoOpz,
      dataApertura: testo,
      dataEmersione: testo,
      dataUltimaVariazione: testo,
      chiusura: opz(z.object({ autore: testo, motivazione: testo, data: testo, fatti: testo })),
    }),
  chiave: chiavi.anomalia,
  indici: (a) => {
    const { idTipoPendenza, idUnitaOperativa } = a.fatti;
    return {
      elenco: `ANM#${a.idDominio}`,
      elencoInstallazione: "ANM#*",
      ordine: postoDi(a),
      ricerca: ricercaDi(a),
      tipoSoggetto: a.soggetto.tipo,
      ambito: ambitoDi(a.idDominio, idUnitaOperativa),
      ...(idTipoPendenza !== undefined && { idTipoPendenza }),
      // Those closed leave the lists of who works.
      ...(a.stato === "APERTA" && { elencoApplicazione: elencoAperte(a.idDominio), elencoConto: elencoCoda(a.idDominio, a.coda) }),
    };
  },
});

const mappaVoceAnomalia = defineMappa<VoceAnomalia>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      idAnomalia: testo,
      id: testo,
      data: testo,
      autore: testo,
      evento: testo,
      motivazione: testoOpz,
      campi: z.record(testo, z.object({ prima: testoOpz, dopo: testoOpz })),
    }),
  chiave: chiavi.voceAnomalia,
});

const mappaInstradamento = defineMappa<Instradamento>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      codaPredefinita: testo,
      regole: z.array(
        z.object({
          nome: testo,
          quando: z.object({
            codici: opz(z.array(codice)),
            tipiPendenza: opz(z.array(testo)),
            prefissoIuv: testoOpz,
            unitaOperative: opz(z.array(testo)),
            importoMinimo: opz(cents),
            importoMassimo: opz(cents),
          }),
          coda: testo,
          assegnatario: testoOpz,
          giorni: opz(z.number().int()),
          chiudiCon: testoOpz,
        }),
      ),
      riepiloghi: opz(z.object({ quieteMinuti: z.number().int(), dalle: testo, alle: testo, idA2A: testoOpz })),
      secondaPersonaPerRimborsi: z.boolean(),
    }),
  chiave: chiavi.instradamento,
  indici: ({ idDominio, riepiloghi }): Readonly<Record<string, string>> =>
    riepiloghi === undefined ? {} : { elenco: CREDITORI_CON_RIEPILOGHI, ordine: idDominio },
});

export const CREDITORI_CON_RIEPILOGHI = "INSTRADAMENTI";

/** Summaries are read for some months, then nobody looks: what they tell is in the anomalies. */
const CONSERVAZIONE_RIEPILOGHI_SECONDI = 400 * 86_400;

const mappaRiepilogo = defineMappa<Riepilogo>({
  tabella: "archivio",
  schema: () =>
    z.object({
      versione,
      idDominio: testo,
      coda: testo,
      id: testo,
      data: testo,
      da: testo,
      a: testo,
      righe: z.array(z.object({ codice, numero: z.number().int(), importo: cents })),
      anomalie: z.array(testo),
      numero: z.number().int(),
      continua: z.boolean(),
      consegna: opz(
        z.object({
          idA2A: testo,
          stato: z.enum(["DA_SPEDIRE", "SPEDITO", "ANNULLATO"]),
          tentativi: z.number().int(),
          descrizioneStato: testoOpz,
          dataUltimoTentativo: testoOpz,
          dataProssimoTentativo: testoOpz,
        }),
      ),
    }),
  chiave: chiavi.riepilogo,
  indici: (r) => ({
    elenco: `RIE#${r.idDominio}`,
    elencoInstallazione: "RIE#*",
    ordine: `${r.data}#${r.coda}`,
    scadeAlle: Math.floor(Date.parse(r.data) / 1000) + CONSERVAZIONE_RIEPILOGHI_SECONDI,
  }),
});

const mappaSegnalibroRiepilogo = defineMappa<SegnalibroRiepilogo>({
  tabella: "archivio",
  schema: () => z.object({ versione, idDominio: testo, coda: testo, finoA: testo }),
  chiave: chiavi.segnalibroRiepilogo,
});

export const mappeAnomalie = { anomalia: mappaAnomalia, voceAnomalia: mappaVoceAnomalia } as const;
export const mappeInstradamento = { instradamento: mappaInstradamento } as const;
export const mappeRiepilogo = { riepilogo: mappaRiepilogo, segnalibroRiepilogo: mappaSegnalibroRiepilogo } as const;
