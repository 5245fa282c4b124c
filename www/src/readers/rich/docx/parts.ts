import { attribute, named, parseXml, type XmlElement } from "../xml";
import type { Zip } from "../zip";

interface Relation {
  type: string;
  target: string;
}

/** A part of the package, with what it refers to: by identity, not by the name of a file (ECMA-376, part 2). */
export class Part {
  private constructor(
    private readonly zip: Zip,
    readonly name: string,
    private readonly relations: ReadonlyMap<string, Relation>,
  ) {}

  static async of(zip: Zip, name: string): Promise<Part> {
    const slash = name.lastIndexOf("/") + 1;
    const list = await zip.text(`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`);
    const relations = new Map<string, Relation>();
    for (const one of list ? named(parseXml(list), "Relationship") : []) {
      if (attribute(one, "TargetMode") === "External") continue;
      const type = attribute(one, "Type") ?? "";
      const target = placed(name.slice(0, slash), attribute(one, "Target") ?? "");
      relations.set(attribute(one, "Id") ?? "", { type: type.slice(type.lastIndexOf("/") + 1), target });
    }
    return new Part(zip, name, relations);
  }

  /** The name of the part that an identity means. */
  target(id: string | null): string | null {
    return (id !== null && this.relations.get(id)?.target) || null;
  }

  /** The names of the parts of a type. */
  targets(type: string): string[] {
    return [...this.relations.values()].filter((one) => one.type === type).map(({ target }) => target);
  }

  /** The XML of the part of a type; by its usual name where no relation says; null where there is none. */
  async related(type: string): Promise<XmlElement | null> {
    const folder = this.name.slice(0, this.name.lastIndexOf("/") + 1);
    const text = await this.zip.text(this.targets(type)[0] ?? `${folder}${type}.xml`);
    return text ? parseXml(text) : null;
  }
}

/** A name in the package that another part gives, from its own folder or from the root. */
function placed(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  try {
    return decodeURIComponent(parts.join("/"));
  } catch {
    return parts.join("/");
  }
}
