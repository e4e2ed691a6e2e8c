/** As much of Microsoft's component framework as the control uses: its documented members, and below them those that are not documented. */
type Translated = { getString(id: string): string };
export type Context<Inputs> = {
  parameters: Inputs;
  mode: {
    allocatedHeight: number;
    allocatedWidth: number;
    trackContainerResize(value: boolean): void;
    /** Not documented. */
    contextInfo?: { entityId?: string; entityTypeName?: string };
  };
  userSettings: { languageId: number };
  resources: Translated;
  navigation: { openForm(options: { entityName: string; entityId?: string }): Promise<unknown> };
  fluentDesignLanguage?: { isDarkTheme?: boolean };
  /** Not documented. */
  page?: { entityId?: string; entityTypeName?: string };
};
export type Text = { raw: string | null };
export interface StandardControl<Inputs, Outputs> {
  init(context: Context<Inputs>, changed: () => void, state: object, container: HTMLDivElement): void;
  updateView(context: Context<Inputs>): void;
  getOutputs(): Outputs;
  destroy(): void;
}
