/** Notices of a batch, a few at a time: each part of the archive is written before the progress, the archive is put together at the end. */
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { chiaviTracciato, type Tracciato } from "../../domain/tracciati/tracciato.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { VoceIndice } from "../../ports/pacchetti-zip.ts";
import { isDaStampare } from "./elaborate-righe.ts";
import { readEsiti } from "./esiti.ts";
import type { PorteElaborazione } from "./porte.ts";

/** Some seconds of printing on a small processor. */
const AVVISI_PER_TAPPA = 40;
const ZIP = "application/zip";

export const nomePdf = (idDominio: string, numeroAvviso: string): string => `${idDominio}_${numeroAvviso}.pdf`;

/** True when every notice was asked of the printer. */
export const isStampaFinita = ({ stampa, tappa }: Tracciato): boolean => stampa.tappa >= tappa;

const printUno = async ({ print }: PorteElaborazione, pendenza: Pendenza, tollera: boolean): Promise<Uint8Array | undefined> => {
  try {
    return await print(pendenza);
  } catch (errore) {
    if (!tollera) throw errore;
    return undefined;
  }
};

/** Prints the next few notices. A notice that makes the printing fail is counted as such, rather than thrown, when `tollera` says so. */
export const printTappa = async (porte: PorteElaborazione, tracciato: Tracciato, tollera: boolean): Promise<Tracciato> => {
  const { id, stampa } = tracciato;
  const righe = (await readEsiti(porte.oggetti, id, stampa.tappa)).filter(isDaStampare);
  const lotto = righe.slice(stampa.riga, stampa.riga + AVVISI_PER_TAPPA);
  const chiavi = lotto.flatMap(({ idDominio, numeroAvviso }) =>
    idDominio === undefined || numeroAvviso === undefined ? [] : [{ idDominio, iuv: numeroAvvisoToIuv(numeroAvviso) }],
  );
  const pendenze = chiavi.length === 0 ? [] : await porte.posizioni.getPendenze(chiavi);
  const file: { readonly nome: string; readonly contenuto: Uint8Array }[] = [];
  for (const pendenza of pendenze) {
    const contenuto = await printUno(porte, pendenza, tollera);
    if (contenuto) file.push({ nome: nomePdf(pendenza.idDominio, pendenza.numeroAvviso), contenuto });
  }
  if (file.length > 0) {
    const { byte, voci } = porte.zip.pack(file);
    await porte.oggetti.put(chiaviTracciato.parteStampe(id, stampa.parti), byte, ZIP);
    await porte.oggetti.put(
      chiaviTracciato.indiceStampe(id, stampa.parti),
      new TextEncoder().encode(JSON.stringify({ lunghezza: byte.length, voci })),
      "application/json",
    );
  }
  const finita = stampa.riga + lotto.length >= righe.length;
  return {
    ...tracciato,
    stampa: {
      tappa: finita ? stampa.tappa + 1 : stampa.tappa,
      riga: finita ? 0 : stampa.riga + lotto.length,
      parti: stampa.parti + (file.length > 0 ? 1 : 0),
    },
    avvisiStampati: tracciato.avvisiStampati + file.length,
    avvisiFalliti: tracciato.avvisiFalliti + lotto.length - file.length,
  };
};

async function* readArchivio({ oggetti, zip }: PorteElaborazione, { id, stampa }: Tracciato): AsyncGenerator<Uint8Array> {
  const voci: VoceIndice[] = [];
  let inizio = 0;
  for (let parte = 0; parte < stampa.parti; parte++) {
    const [byte, indice] = [
      await oggetti.get(chiaviTracciato.parteStampe(id, parte)),
      await oggetti.get(chiaviTracciato.indiceStampe(id, parte)),
    ];
    if (!byte || !indice) throw new Error(`tracciato ${id}: manca la parte ${parte} delle stampe`);
    const { voci: proprie }: { voci: readonly VoceIndice[] } = JSON.parse(new TextDecoder().decode(indice));
    const partenza = inizio;
    voci.push(...proprie.map((voce) => ({ ...voce, posizione: voce.posizione + partenza })));
    inizio += byte.length;
    yield byte;
  }
  yield zip.index(voci, inizio);
}

/** Puts the parts together; doing it again writes the same archive. */
export const composeStampe = async (porte: PorteElaborazione, tracciato: Tracciato): Promise<void> => {
  if (tracciato.stampa.parti === 0) return;
  await porte.oggetti.compose(chiaviTracciato.stampe(tracciato.id), readArchivio(porte, tracciato), ZIP);
};
