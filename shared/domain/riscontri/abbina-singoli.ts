/** Movements that name one payment, by IUV or by receipt: credits made one by one, and the lines of Poste, which carry the receipt alone. */
import {
  assoluto,
  type Banco,
  chiaveTrasferimento,
  collegaTrasferimento,
  euro,
  flussoDi,
  isLibero,
  isRifiutatoOggetto,
  isSenzaRiversamento,
  restaDelFlusso,
  restaDi,
  segnala,
} from "./banco.ts";
import type { MovimentoProva, OggettoCollegato, RiscossioneProva } from "./evidenze.ts";
import { fiduciaDi, fraseDi, type Motivo, motivo } from "./motivi.ts";

/** A code of the text with the ways in which it may be paid: one transfer, or all those of one receipt. */
interface Nominato {
  readonly testo: string;
  readonly motivo: Motivo;
  readonly note: readonly RiscossioneProva[];
}

const uguale = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

const nominatiDa = (banco: Banco, { chiavi }: MovimentoProva): readonly Nominato[] => {
  const accreditabili = banco.riscossioni.filter((riscossione) => !isSenzaRiversamento(riscossione));
  const perIur = chiavi.iur.map((testo) => ({
    testo,
    motivo: motivo("IUR"),
    note: accreditabili.filter(({ iur }) => uguale(iur, testo)),
  }));
  // Both names of one payment in one line are one place: the receipt is the more precise.
  const gia = new Set(perIur.flatMap(({ note }) => note.map(({ iuv }) => iuv.toUpperCase())));
  const perIuv = chiavi.iuv
    .filter((testo) => !gia.has(testo.toUpperCase()))
    .map((testo) => ({ testo, motivo: motivo("IUV"), note: accreditabili.filter(({ iuv }) => uguale(iuv, testo)) }));
  // A text that no archive knows next to one that it knows is a number of the bank.
  const tutti = [...perIur, ...perIuv];
  const noti = tutti.filter(({ note }) => note.length > 0);
  return noti.length > 0 ? noti : tutti;
};

const somma = (riscossioni: readonly RiscossioneProva[]): bigint => riscossioni.reduce((totale, { importo }) => totale + importo, 0n);

const ipotesiDi = ({ note }: Nominato): readonly (readonly RiscossioneProva[])[] => {
  const ricevute = [...Map.groupBy(note, ({ iur }) => iur).values()];
  return [...note.map((nota) => [nota]), ...ricevute.filter((gruppo) => gruppo.length > 1)];
};

const oggettoDi = ({ iuv, iur, indice }: RiscossioneProva): OggettoCollegato => ({ tipo: "TRASFERIMENTO", iuv, iur, indice });

/** Already in the bank, with its flow or by itself. */
const isGiaAccreditata = (banco: Banco, riscossione: RiscossioneProva): boolean => {
  const flusso = flussoDi(banco, riscossione);
  const resta = banco.restaTrasferimento.get(chiaveTrasferimento(riscossione)) ?? 0n;
  return resta < riscossione.importo || (flusso !== undefined && restaDelFlusso(banco, flusso) < riscossione.importo);
};

const proponi = (banco: Banco, movimento: MovimentoProva, scelte: readonly RiscossioneProva[], motivi: readonly Motivo[]): void => {
  const importi = scelte.map((riscossione) => ({ oggetto: oggettoDi(riscossione), importo: riscossione.importo }));
  let resta = restaDi(banco, movimento);
  const oggetti = importi.flatMap(({ oggetto, importo }) => {
    const parte = importo < resta ? importo : resta;
    resta -= parte;
    return parte > 0n ? [{ oggetto, importo: parte }] : [];
  });
  banco.proposte.push({
    idDominio: movimento.idDominio,
    idMovimento: movimento.id,
    chiave: scelte.map(chiaveTrasferimento).join("+"),
    oggetti,
    fiducia: fiduciaDi(motivi),
    motivi,
    frase: fraseDi(motivi),
  });
};

const decidi = (banco: Banco, movimento: MovimentoProva, nominati: readonly Nominato[]): void => {
  const noti = nominati.map((nominato) => ({
    ...nominato,
    note: nominato.note.filter((nota) => !isRifiutatoOggetto(banco, movimento.id, oggettoDi(nota))),
  }));
  const [primo] = noti;
  if (!primo || noti.every(({ note }) => note.length === 0)) return;
  const tutte = noti.flatMap(({ note }) => note);
  const libere = noti.map((nominato) => ({ ...nominato, note: nominato.note.filter((nota) => !isGiaAccreditata(banco, nota)) }));
  if (libere.every(({ note }) => note.length === 0)) {
    segnala(banco, movimento, {
      codice: "ACCREDITO_DOPPIO",
      importo: movimento.importo,
      frase: `L'accredito di ${euro(movimento.importo)} euro nomina un pagamento che risulta già accreditato.`,
    });
    return;
  }
  const importo = restaDi(banco, movimento);
  const ipotesi = noti.length === 1 ? ipotesiDi({ ...primo, note: libere[0]?.note ?? [] }) : [libere.flatMap(({ note }) => note)];
  const differenze = ipotesi.map((scelte) => ({ scelte, differenza: importo - somma(scelte) }));
  const esatte = differenze.filter(({ differenza }) => differenza === 0n);
  const vicine = differenze.filter(({ differenza }) => assoluto(differenza) <= banco.impostazioni.tolleranza);
  const buone = esatte.length > 0 ? esatte : vicine;
  const [scelta, ...altre] = buone;
  if (scelta && altre.length === 0) {
    const uguali = scelta.scelte.length > 1 ? motivo("SOMMA_PAGAMENTI", scelta.scelte.length) : motivo("IMPORTO");
    const quanto = scelta.differenza === 0n ? uguali : motivo("TOLLERANZA", euro(assoluto(scelta.differenza)));
    for (const riscossione of scelta.scelte)
      collegaTrasferimento(banco, movimento, riscossione, flussoDi(banco, riscossione), [primo.motivo, quanto]);
    return;
  }
  if (scelta) {
    for (const { scelte } of buone)
      proponi(banco, movimento, scelte, [primo.motivo, motivo("IMPORTO"), motivo("CONCORRENTI", altre.length)]);
    segnala(banco, movimento, {
      codice: "ABBINAMENTO_AMBIGUO",
      frase: `L'accredito di ${euro(movimento.importo)} euro nomina un pagamento che si può spiegare in ${buone.length} modi.`,
    });
    return;
  }
  const atteso = somma(tutte);
  proponi(banco, movimento, tutte, [primo.motivo, motivo("DIVERSO", euro(assoluto(importo - atteso)))]);
  segnala(banco, movimento, {
    codice: "ACCREDITO_SINGOLO_DIVERSO",
    importo: movimento.importo,
    importoAtteso: atteso,
    frase: `L'accredito è di ${euro(movimento.importo)} euro e il pagamento che nomina di ${euro(atteso)} euro.`,
  });
};

/** @returns codes that name nothing known, by movement. */
export function abbinaSingoli(banco: Banco): ReadonlyMap<string, readonly string[]> {
  const ignoti = new Map<string, readonly string[]>();
  for (const movimento of banco.movimenti) {
    const { iuv, iur } = movimento.chiavi;
    if (iuv.length + iur.length === 0 || !isLibero(banco, movimento)) continue;
    const nominati = nominatiDa(banco, movimento);
    if (nominati.every(({ note }) => note.length === 0))
      ignoti.set(
        movimento.id,
        nominati.map(({ testo }) => testo),
      );
    else decidi(banco, movimento, nominati);
  }
  return ignoti;
}
