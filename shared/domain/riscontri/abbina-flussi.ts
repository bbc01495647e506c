/** Movements that name flows: the amounts decide whether the link is made, and whether it explains everything. */
import { assoluto, type Banco, collegaFlusso, euro, isInFinestra, isLibero, isOrdinante, restaDelFlusso, restaDi } from "./banco.ts";
import { gruppoDi } from "./chiavi.ts";
import type { MovimentoProva } from "./evidenze.ts";
import { confronta, type FlussoInVigore } from "./in-vigore.ts";
import { type Motivo, motivo } from "./motivi.ts";
import type { Nominati } from "./nominati.ts";
import { findSomma } from "./sottoinsiemi.ts";

export interface Lettura {
  readonly movimento: MovimentoProva;
  readonly nominati: Nominati;
}

const isAcquisito = ({ flusso }: FlussoInVigore): boolean => flusso.stato === "ACQUISITO";

/** Why the text or the transfer says this flow. */
export const motiviChiave = ({ nominati }: Lettura, flusso: FlussoInVigore): readonly Motivo[] => {
  if (nominati.perTrn) return [motivo("TRN")];
  const posto = nominati.posti.find(({ candidati }) => candidati.includes(flusso));
  if (!posto?.troncato) return [motivo("CHIAVE_INTERA")];
  const lunghezza = posto.testo?.length ?? 0;
  return [motivo("CHIAVE_TRONCATA", lunghezza), ...(posto.tipo === "CERTO" ? [motivo("TRN")] : [])];
};

export const motiviContorno = (banco: Banco, movimento: MovimentoProva, flusso: FlussoInVigore): readonly Motivo[] => [
  motivo(isInFinestra(banco, movimento, flusso.flusso) ? "DATA" : "DATA_LONTANA"),
  ...(isOrdinante(movimento, flusso) ? [motivo("ORDINANTE")] : []),
];

const somma = (importi: readonly bigint[]): bigint => importi.reduce((totale, importo) => totale + importo, 0n);

const motivoDifferenza = (banco: Banco, differenza: bigint, uguale: Motivo): Motivo => {
  if (differenza === 0n) return uguale;
  if (assoluto(differenza) <= banco.impostazioni.tolleranza) return motivo("TOLLERANZA", euro(assoluto(differenza)));
  return differenza < 0n ? motivo("PARTE", euro(-differenza)) : motivo("DIVERSO", euro(differenza));
};

/** Flows of the same PSP and day that no text claims and no money has paid: the rest of a credit that names only one of them. */
const compagni = (banco: Banco, certi: readonly FlussoInVigore[], pretesi: ReadonlySet<string>): readonly FlussoInVigore[] => {
  const gruppi = new Set(certi.map(({ flusso }) => gruppoDi(flusso)));
  return banco.flussi.filter(
    (flusso) => isAcquisito(flusso) && gruppi.has(gruppoDi(flusso.flusso)) && !pretesi.has(flusso.chiave) && isIntatto(banco, flusso),
  );
};

const isIntatto = (banco: Banco, flusso: FlussoInVigore): boolean => restaDelFlusso(banco, flusso) === flusso.flusso.importoTotale;

/** One flow, all the movements that name only it: together they pay it, or a part of it, or more than it. */
function copriFlusso(banco: Banco, flusso: FlussoInVigore, letture: readonly Lettura[]): void {
  const dovuto = restaDelFlusso(banco, flusso);
  if (dovuto === 0n) return;
  const differenza = somma(letture.map(({ movimento }) => restaDi(banco, movimento))) - dovuto;
  const troppo = differenza > banco.impostazioni.tolleranza;
  const esatti =
    troppo && letture.length > 1 ? findSomma(dovuto, [], letture, ({ movimento }) => restaDi(banco, movimento), true) : undefined;
  const scelte = esatti && esatti !== "molte" ? esatti.addendi : letture;
  const resta = scelte === letture ? differenza : 0n;
  const tutto = scelte.length > 1 ? motivo("SOMMA_MOVIMENTI", scelte.length) : motivo("IMPORTO");
  for (const lettura of scelte)
    collegaFlusso(banco, lettura.movimento, flusso, [...motiviChiave(lettura, flusso), motivoDifferenza(banco, resta, tutto)]);
  if (resta > 0n) banco.eccedenze.set(flusso.chiave, resta);
}

type Scelti = readonly (readonly [FlussoInVigore, readonly Motivo[]])[];

const collegaTutti = (banco: Banco, movimento: MovimentoProva, scelti: Scelti): void => {
  for (const [flusso, motivi] of scelti) collegaFlusso(banco, movimento, flusso, motivi);
};

/** One movement and all the flows that it names: it pays them all, to the cent or nearly, even when it names others that are not known. */
function copriCumulo(banco: Banco, lettura: Lettura, flussi: readonly FlussoInVigore[]): void {
  const { movimento } = lettura;
  const differenza = restaDi(banco, movimento) - somma(flussi.map((flusso) => restaDelFlusso(banco, flusso)));
  if (assoluto(differenza) > banco.impostazioni.tolleranza) return;
  const quanto = motivoDifferenza(banco, differenza, flussi.length > 1 ? motivo("SOMMA_FLUSSI", flussi.length) : motivo("IMPORTO"));
  collegaTutti(
    banco,
    movimento,
    flussi.map((flusso) => [flusso, [...motiviChiave(lettura, flusso), quanto]]),
  );
  if (differenza > 0n && flussi[0]) banco.eccedenze.set(flussi[0].chiave, differenza);
}

/** A movement worth more than the flows that it names: with others of the same PSP and day, when only one sum closes, and not by chance. */
function completaCumulo(banco: Banco, lettura: Lettura, pretesi: ReadonlySet<string>): void {
  const { movimento } = lettura;
  const { certi, ignoti } = lettura.nominati;
  if (ignoti.length > 0 || !certi.every((flusso) => isIntatto(banco, flusso))) return;
  const trovata = findSomma(restaDi(banco, movimento), certi, compagni(banco, certi, pretesi), (flusso) => restaDelFlusso(banco, flusso));
  if (!trovata || trovata === "molte" || !trovata.credibile) return;
  const quanti = motivo("SOMMA_FLUSSI", trovata.addendi.length);
  const motivi = (flusso: FlussoInVigore): readonly Motivo[] =>
    certi.includes(flusso) ? motiviChiave(lettura, flusso) : [motivo("STESSO_GIORNO"), ...motiviContorno(banco, movimento, flusso)];
  collegaTutti(
    banco,
    movimento,
    trovata.addendi.map((flusso) => [flusso, [...motivi(flusso), quanti]]),
  );
}

type Arco = { readonly lettura: Lettura; readonly flusso: FlussoInVigore };

/** Several movements and several flows: what must go where, as long as a side has only one place left. Undefined when the amounts do not close. */
function scioglie(banco: Banco, archi: readonly Arco[]): readonly (Arco & { readonly importo: bigint })[] | undefined {
  const movimenti = new Map(archi.map(({ lettura: { movimento } }) => [movimento.id, restaDi(banco, movimento)]));
  const flussi = new Map(archi.map(({ flusso }) => [flusso.chiave, restaDelFlusso(banco, flusso)]));
  if (somma([...movimenti.values()]) !== somma([...flussi.values()])) return undefined;
  const parti: (Arco & { importo: bigint })[] = [];
  let aperti = [...archi];
  while (aperti.length > 0) {
    const solo = aperti.find(
      (arco) =>
        aperti.filter(({ lettura }) => lettura.movimento.id === arco.lettura.movimento.id).length === 1 ||
        aperti.filter(({ flusso }) => flusso.chiave === arco.flusso.chiave).length === 1,
    );
    if (!solo) return undefined;
    const [daMovimento, aFlusso] = [movimenti.get(solo.lettura.movimento.id) ?? 0n, flussi.get(solo.flusso.chiave) ?? 0n];
    const movimentoSolo = aperti.filter(({ lettura }) => lettura.movimento.id === solo.lettura.movimento.id).length === 1;
    const importo = movimentoSolo ? daMovimento : aFlusso;
    if (importo <= 0n || importo > daMovimento || importo > aFlusso) return undefined;
    movimenti.set(solo.lettura.movimento.id, daMovimento - importo);
    flussi.set(solo.flusso.chiave, aFlusso - importo);
    parti.push({ ...solo, importo });
    aperti = aperti.filter((arco) => arco !== solo);
  }
  return [...movimenti.values(), ...flussi.values()].every((resto) => resto === 0n) ? parti : undefined;
}

/** Sets of movements and flows that name each other. */
const insiemi = (archi: readonly Arco[]): readonly (readonly Arco[])[] => {
  const gruppi: Arco[][] = [];
  for (const arco of archi) {
    const tocca = gruppi.filter((gruppo) =>
      gruppo.some(({ lettura, flusso }) => lettura.movimento.id === arco.lettura.movimento.id || flusso.chiave === arco.flusso.chiave),
    );
    const unito = [...tocca.flat(), arco];
    for (const gruppo of tocca) gruppi.splice(gruppi.indexOf(gruppo), 1);
    gruppi.push(unito);
  }
  return gruppi;
};

const inOrdineDiArco = (a: Arco, b: Arco): number =>
  confronta(a.lettura.movimento.dataContabile, b.lettura.movimento.dataContabile) ||
  confronta(a.lettura.movimento.id, b.lettura.movimento.id) ||
  confronta(a.flusso.chiave, b.flusso.chiave);

/** Worth more than what it names, alone: the rest may belong to flows that only the other passes leave free. */
const isTroppo = (banco: Banco, { movimento, nominati }: Lettura): boolean =>
  nominati.certi.length > 0 &&
  restaDi(banco, movimento) - somma(nominati.certi.map((flusso) => restaDelFlusso(banco, flusso))) > banco.impostazioni.tolleranza;

const isCerta = (banco: Banco, { movimento, nominati }: Lettura): boolean =>
  isLibero(banco, movimento) && nominati.incerti.length === 0 && nominati.certi.every(isAcquisito);

const archiDi = (letture: readonly Lettura[]): readonly Arco[] =>
  letture.flatMap((lettura) => lettura.nominati.certi.map((flusso): Arco => ({ lettura, flusso })));

/** First pass: texts and references that name flows without doubt. @returns movements worth more than what they name, left for later. */
export function abbinaNominati(banco: Banco, letture: readonly Lettura[]): readonly Lettura[] {
  const rimandate: Lettura[] = [];
  for (const insieme of insiemi(archiDi(letture.filter((lettura) => isCerta(banco, lettura))))) {
    const ordinati = insieme.toSorted(inOrdineDiArco);
    const sue = [...new Set(ordinati.map(({ lettura }) => lettura))];
    const flussi = [...new Set(ordinati.map(({ flusso }) => flusso))];
    const [lettura, ...altre] = sue;
    const [flusso, ...altri] = flussi;
    if (!lettura || !flusso) continue;
    const ignoti = sue.some(({ nominati }) => nominati.ignoti.length > 0);
    if (altre.length === 0 && isTroppo(banco, lettura)) rimandate.push(lettura);
    else if (altre.length === 0) copriCumulo(banco, lettura, flussi);
    if (altri.length === 0 && !ignoti && !rimandate.includes(lettura) && sue.every(({ movimento }) => isLibero(banco, movimento)))
      copriFlusso(banco, flusso, sue);
    if (altre.length > 0 && altri.length > 0 && !ignoti) {
      for (const { lettura: una, flusso: uno } of scioglie(banco, ordinati) ?? [])
        collegaFlusso(banco, una.movimento, uno, [...motiviChiave(una, uno), motivo("SOMMA_FLUSSI", flussi.length)]);
    }
  }
  return rimandate;
}

/** Third pass: what was left for later is completed, or pays what it names and shows the excess. */
export function completaRimandate(banco: Banco, rimandate: readonly Lettura[], letture: readonly Lettura[]): void {
  const pretesi = new Set(
    letture.flatMap((lettura) => [
      ...lettura.nominati.certi.map(({ chiave }) => chiave),
      ...(isLibero(banco, lettura.movimento) ? esattiDi(banco, lettura).map(({ chiave }) => chiave) : []),
    ]),
  );
  for (const lettura of rimandate) {
    completaCumulo(banco, lettura, pretesi);
    const [flusso, ...altri] = lettura.nominati.certi;
    if (flusso && altri.length === 0 && lettura.nominati.ignoti.length === 0 && isLibero(banco, lettura.movimento))
      copriFlusso(banco, flusso, [lettura]);
  }
}

/** Flows that a cut id may mean, and that have the amount and the day of the movement. */
const esattiDi = (banco: Banco, { movimento, nominati }: Lettura): readonly FlussoInVigore[] =>
  nominati.incerti
    .flatMap(({ candidati }) => candidati)
    .filter(
      (flusso) =>
        isAcquisito(flusso) && restaDelFlusso(banco, flusso) === restaDi(banco, movimento) && isInFinestra(banco, movimento, flusso.flusso),
    );

/** Second pass: ids that the text cut. One flow alone must have that beginning, that amount and that day, and no other movement may claim it. */
export function abbinaTroncati(banco: Banco, letture: readonly Lettura[], rimandate: readonly Lettura[]): void {
  const nominati = new Set(rimandate.flatMap((lettura) => lettura.nominati.certi));
  const ipotesi = letture.flatMap((lettura) => {
    const { incerti, posti } = lettura.nominati;
    if (!incerti[0]?.troncato || posti.length > 1 || !isLibero(banco, lettura.movimento)) return [];
    return [{ lettura, esatti: esattiDi(banco, lettura).filter((flusso) => !nominati.has(flusso)) }];
  });
  const contesi = Map.groupBy(
    ipotesi.flatMap(({ esatti }) => esatti),
    ({ chiave }) => chiave,
  );
  for (const { lettura, esatti } of ipotesi) {
    const [flusso, ...altri] = esatti;
    if (!flusso || altri.length > 0 || contesi.get(flusso.chiave)?.length !== 1) continue;
    collegaFlusso(banco, lettura.movimento, flusso, [
      ...motiviChiave(lettura, flusso),
      motivo("IMPORTO"),
      ...motiviContorno(banco, lettura.movimento, flusso),
    ]);
  }
}
