/** Which sheet of a workbook is read. */
import { FileIlleggibile } from "./file-illeggibile.ts";

interface Foglio {
  readonly nome: string;
  readonly visibile: boolean;
}

const normalize = (nome: string): string => nome.trim().toLowerCase();

/** @param nome absent = the first that is visible. Throws FileIlleggibile, with the names that there are. */
export function chooseFoglio<F extends Foglio>(fogli: readonly F[], nome: string | undefined): F {
  const scelto =
    nome === undefined ? (fogli.find(({ visibile }) => visibile) ?? fogli[0]) : fogli.find((f) => normalize(f.nome) === normalize(nome));
  if (scelto) return scelto;
  const nomi = fogli.map((foglio) => `"${foglio.nome.slice(0, 31)}"`).slice(0, 10);
  throw new FileIlleggibile(
    nome === undefined ? "il foglio di calcolo non ha fogli" : `manca il foglio "${nome}": ci sono ${nomi.join(", ")}`,
  );
}
