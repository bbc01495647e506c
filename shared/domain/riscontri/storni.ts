/** Money that came and went: reversed lines, and outgoing lines that give back a credit, are out of the matching before it starts. */
import { type Banco, euro, importoEffettivo, isLibero, restaDi, segnala } from "./banco.ts";
import { normalizeTrn } from "./chiavi.ts";
import type { MovimentoProva } from "./evidenze.ts";

const nomina = ({ chiavi: { flussi, troncati, iuv, iur } }: MovimentoProva): readonly string[] => [...flussi, ...troncati, ...iuv, ...iur];

export const hasChiavi = (movimento: MovimentoProva): boolean => nomina(movimento).length > 0;

/** The outgoing line names what the credit names, or repeats its reference. */
const isRestituzione = (uscita: MovimentoProva, entrata: MovimentoProva): boolean => {
  const nomi = nomina(entrata);
  const trn = normalizeTrn(uscita.sct);
  return nomina(uscita).some((nome) => nomi.includes(nome)) || (trn !== undefined && trn === normalizeTrn(entrata.sct));
};

const escludi = (banco: Banco, movimento: MovimentoProva): void => {
  banco.esclusi.add(movimento.id);
  banco.restaMovimento.set(movimento.id, 0n);
};

export function removeStorni(banco: Banco): void {
  for (const movimento of banco.movimenti) {
    if (movimento.stato === "IN_ATTESA") escludi(banco, movimento);
    else if (movimento.segno === "ENTRATA" && importoEffettivo(movimento) === 0n) stornato(banco, movimento);
    else if (movimento.stato === "STORNATO") stornato(banco, movimento);
  }
  // From the last: of two equal credits the one given back is the second.
  const entrate = banco.movimenti.filter((m) => m.segno === "ENTRATA" && isLibero(banco, m)).toReversed();
  for (const uscita of banco.movimenti.filter((m) => m.segno === "USCITA" && !banco.esclusi.has(m.id))) {
    const entrata = entrate.find((m) => isLibero(banco, m) && restaDi(banco, m) === importoEffettivo(uscita) && isRestituzione(uscita, m));
    escludi(banco, uscita);
    if (entrata) {
      escludi(banco, entrata);
      stornato(banco, entrata);
    } else if (hasChiavi(uscita))
      segnala(banco, uscita, {
        codice: "USCITA_SENZA_ENTRATA",
        importo: uscita.importo,
        frase: `Un'uscita di ${euro(uscita.importo)} euro nomina un flusso o un pagamento, e nessun accredito dello stesso importo lo nomina.`,
      });
  }
}

const stornato = (banco: Banco, movimento: MovimentoProva): void => {
  escludi(banco, movimento);
  if (!hasChiavi(movimento)) return;
  segnala(banco, movimento, {
    codice: "MOVIMENTO_STORNATO",
    importo: movimento.importo,
    frase: `L'accredito di ${euro(movimento.importo)} euro è stato stornato: ciò che pagava torna in attesa.`,
  });
};
