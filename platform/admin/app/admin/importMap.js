import { StateCell as StateCell_066b14d954063f021061f7dbd0f4ebd0 } from '../../../../platform/admin/components/StateCell.tsx'
import { StateActions as StateActions_09141e2c239e79761c0005c7698febba } from '../../../../platform/admin/components/StateActions.tsx'
import { Timeline as Timeline_1bc3acff5d0791143105281bbf89d44c } from '../../../../platform/admin/components/Timeline.tsx'
import { MoneyCell as MoneyCell_a99514feef292c9fa4212adc5df8da5f } from '../../../../platform/admin/components/MoneyCell.tsx'
import { MoneyField as MoneyField_6f90f58da767ad8df2f18929c61e793f } from '../../../../platform/admin/components/MoneyField.tsx'
import { ReadOnlyTable as ReadOnlyTable_547fc87fc2df48a7079a11732805b7a1 } from '../../../../platform/admin/components/ReadOnlyTable.tsx'
import { Related as Related_c227160c910ad26318884ff1b133c38c } from '../../../../platform/admin/components/Related.tsx'
import { TestCell as TestCell_d05b907cd6a66594fe8beb13d4aa1612 } from '../../../../platform/admin/components/TestCell.tsx'
import { TestField as TestField_fb825ba08a744585ffa76238435e6fbd } from '../../../../platform/admin/components/TestField.tsx'
import { YesNoCell as YesNoCell_540b8fbba2d05f112145bb973480973b } from '../../../../platform/admin/components/YesNoCell.tsx'
import { ListTotals as ListTotals_f0f3d13dfb5be2d1f055f5c694577ff1 } from '../../../../platform/admin/components/ListTotals.tsx'
import { StateTabs as StateTabs_38e9a524d2a74d699e54800a22cc999e } from '../../../../platform/admin/components/StateTabs.tsx'
import { Export as Export_ab2df6f7547f4dae37deb412604fbdab } from '../../../../platform/admin/components/Export.tsx'
import { Actions as Actions_5bcf3036f96c58561c6ca3aca45c94ba } from '../../../../platform/admin/components/Actions.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowName as RowName_340cd4f8fe8ec72c5775ea0f7cd562c0 } from '../../../../platform/admin/components/RowName.tsx'
import { LackingChoices as LackingChoices_cc8e7a292ac5edf64dfa3218c06b35b1 } from '../../../../platform/admin/components/LackingChoices.tsx'
import { SeoPreview as SeoPreview_bec94ad757e188e3b102be3d425772e0 } from '../../../../platform/admin/components/SeoPreview.tsx'
import { ChoicesField as ChoicesField_0a22d4324fd163c554b7fd80d2e7f86f } from '../../../../platform/admin/components/ChoicesField.tsx'
import { RateCell as RateCell_79a725d131572ee577f9af6cdf1a40b2 } from '../../../../platform/admin/components/RateCell.tsx'
import { RateField as RateField_1ab97f99c05033913eff4a319838645c } from '../../../../platform/admin/components/RateField.tsx'
import { WordsCell as WordsCell_70047a04518754eb225dbb69fe16c002 } from '../../../../platform/admin/components/WordsCell.tsx'
import { Json as Json_5483433f262cf03817823ef45cd46036 } from '../../../../platform/admin/components/Json.tsx'
import { BlockLabel as BlockLabel_7377b1f2f0fb5505394d1a759e223bd4 } from '../../../../platform/admin/components/BlockLabel.tsx'
import { SizeCell as SizeCell_133bad9c18e1fdd844d08e125a28a580 } from '../../../../platform/admin/components/SizeCell.tsx'
import { SignIns as SignIns_dd217cce8922c7a401d24c7acbafc56d } from '../../../../platform/admin/components/SignIns.tsx'
import { KeyUsage as KeyUsage_6737a592097e9510649d6cc7aeeca764 } from '../../../../platform/admin/components/KeyUsage.tsx'
import { NewKey as NewKey_db27b01e637864c522e2e3eb1267cb59 } from '../../../../platform/admin/components/NewKey.tsx'
import { SubjectCell as SubjectCell_8b4f2734c84251b8478178a33f4817f3 } from '../../../../platform/admin/components/SubjectCell.tsx'
import { DocumentCell as DocumentCell_9ef5694361d54d68539c2584a2e33119 } from '../../../../platform/admin/components/DocumentCell.tsx'
import { StepCell as StepCell_a459f19d196d2b19d029dbcb34b58d71 } from '../../../../platform/admin/components/StepCell.tsx'
import { BulkSteps as BulkSteps_032b4672266288765081e53f0fa68da2 } from '../../../../platform/admin/components/BulkSteps.tsx'
import { Deliveries as Deliveries_47ce05fb13f974928b954e841aa11c72 } from '../../../../platform/admin/components/Deliveries.tsx'
import { SecretField as SecretField_adad1bd413b2af5a0b268e37dc403bd4 } from '../../../../platform/admin/components/SecretField.tsx'
import { Icon as Icon_e7fe781f326880b658a1a55b091f506b } from '../../../../platform/admin/components/Icon.tsx'
import { Logo as Logo_66a49665bd1742859e8780fdafc8bbb0 } from '../../../../platform/admin/components/Logo.tsx'
import { Bell as Bell_9c592ad75343752080b6dd77302e8c1f } from '../../../../platform/admin/components/Bell.tsx'
import { Notices as Notices_94d8c70d33281eae88b8c14070c8a3de } from '../../../../platform/admin/components/Notices.tsx'
import { DemoAccounts as DemoAccounts_a1b727086c7952c008965e9a55a3d5b5 } from '../../../../platform/admin/components/DemoAccounts.tsx'
import { Names as Names_c33c7f2b819ac6558364db37e7be8e13 } from '../../../../platform/admin/components/Names.tsx'
import { Notifications as Notifications_8d87dd12e23e3862ac5554515675c924 } from '../../../../platform/admin/views/Notifications.tsx'
import { SearchFindings as SearchFindings_1a64143240ea3c321eb3e5db720cf5f9 } from '../../../../platform/admin/views/SearchFindings.tsx'
import { Waiting as Waiting_d6318f3ea0e6d7098b1013ab02761822 } from '../../../../platform/admin/widgets/Waiting.tsx'
import { SearchFindings as SearchFindings_23ca3412df3ef26e46d4c74822e21910 } from '../../../../platform/admin/widgets/SearchFindings.tsx'
import { StateCounts as StateCounts_8ec17716ed13b4bc992b62b4989a0972 } from '../../../../platform/admin/widgets/StateCounts.tsx'
import { DailySum as DailySum_0fcfad8d4e37fe06a2f47133fc16b3ba } from '../../../../platform/admin/widgets/DailySum.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/platform/admin/components/StateCell.tsx#StateCell": StateCell_066b14d954063f021061f7dbd0f4ebd0,
  "/platform/admin/components/StateActions.tsx#StateActions": StateActions_09141e2c239e79761c0005c7698febba,
  "/platform/admin/components/Timeline.tsx#Timeline": Timeline_1bc3acff5d0791143105281bbf89d44c,
  "/platform/admin/components/MoneyCell.tsx#MoneyCell": MoneyCell_a99514feef292c9fa4212adc5df8da5f,
  "/platform/admin/components/MoneyField.tsx#MoneyField": MoneyField_6f90f58da767ad8df2f18929c61e793f,
  "/platform/admin/components/ReadOnlyTable.tsx#ReadOnlyTable": ReadOnlyTable_547fc87fc2df48a7079a11732805b7a1,
  "/platform/admin/components/Related.tsx#Related": Related_c227160c910ad26318884ff1b133c38c,
  "/platform/admin/components/TestCell.tsx#TestCell": TestCell_d05b907cd6a66594fe8beb13d4aa1612,
  "/platform/admin/components/TestField.tsx#TestField": TestField_fb825ba08a744585ffa76238435e6fbd,
  "/platform/admin/components/YesNoCell.tsx#YesNoCell": YesNoCell_540b8fbba2d05f112145bb973480973b,
  "/platform/admin/components/ListTotals.tsx#ListTotals": ListTotals_f0f3d13dfb5be2d1f055f5c694577ff1,
  "/platform/admin/components/StateTabs.tsx#StateTabs": StateTabs_38e9a524d2a74d699e54800a22cc999e,
  "/platform/admin/components/Export.tsx#Export": Export_ab2df6f7547f4dae37deb412604fbdab,
  "/platform/admin/components/Actions.tsx#Actions": Actions_5bcf3036f96c58561c6ca3aca45c94ba,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/platform/admin/components/RowName.tsx#RowName": RowName_340cd4f8fe8ec72c5775ea0f7cd562c0,
  "/platform/admin/components/LackingChoices.tsx#LackingChoices": LackingChoices_cc8e7a292ac5edf64dfa3218c06b35b1,
  "/platform/admin/components/SeoPreview.tsx#SeoPreview": SeoPreview_bec94ad757e188e3b102be3d425772e0,
  "/platform/admin/components/ChoicesField.tsx#ChoicesField": ChoicesField_0a22d4324fd163c554b7fd80d2e7f86f,
  "/platform/admin/components/RateCell.tsx#RateCell": RateCell_79a725d131572ee577f9af6cdf1a40b2,
  "/platform/admin/components/RateField.tsx#RateField": RateField_1ab97f99c05033913eff4a319838645c,
  "/platform/admin/components/WordsCell.tsx#WordsCell": WordsCell_70047a04518754eb225dbb69fe16c002,
  "/platform/admin/components/Json.tsx#Json": Json_5483433f262cf03817823ef45cd46036,
  "/platform/admin/components/BlockLabel.tsx#BlockLabel": BlockLabel_7377b1f2f0fb5505394d1a759e223bd4,
  "/platform/admin/components/SizeCell.tsx#SizeCell": SizeCell_133bad9c18e1fdd844d08e125a28a580,
  "/platform/admin/components/SignIns.tsx#SignIns": SignIns_dd217cce8922c7a401d24c7acbafc56d,
  "/platform/admin/components/KeyUsage.tsx#KeyUsage": KeyUsage_6737a592097e9510649d6cc7aeeca764,
  "/platform/admin/components/NewKey.tsx#NewKey": NewKey_db27b01e637864c522e2e3eb1267cb59,
  "/platform/admin/components/SubjectCell.tsx#SubjectCell": SubjectCell_8b4f2734c84251b8478178a33f4817f3,
  "/platform/admin/components/DocumentCell.tsx#DocumentCell": DocumentCell_9ef5694361d54d68539c2584a2e33119,
  "/platform/admin/components/StepCell.tsx#StepCell": StepCell_a459f19d196d2b19d029dbcb34b58d71,
  "/platform/admin/components/BulkSteps.tsx#BulkSteps": BulkSteps_032b4672266288765081e53f0fa68da2,
  "/platform/admin/components/Deliveries.tsx#Deliveries": Deliveries_47ce05fb13f974928b954e841aa11c72,
  "/platform/admin/components/SecretField.tsx#SecretField": SecretField_adad1bd413b2af5a0b268e37dc403bd4,
  "/platform/admin/components/Icon.tsx#Icon": Icon_e7fe781f326880b658a1a55b091f506b,
  "/platform/admin/components/Logo.tsx#Logo": Logo_66a49665bd1742859e8780fdafc8bbb0,
  "/platform/admin/components/Bell.tsx#Bell": Bell_9c592ad75343752080b6dd77302e8c1f,
  "/platform/admin/components/Notices.tsx#Notices": Notices_94d8c70d33281eae88b8c14070c8a3de,
  "/platform/admin/components/DemoAccounts.tsx#DemoAccounts": DemoAccounts_a1b727086c7952c008965e9a55a3d5b5,
  "/platform/admin/components/Names.tsx#Names": Names_c33c7f2b819ac6558364db37e7be8e13,
  "/platform/admin/views/Notifications.tsx#Notifications": Notifications_8d87dd12e23e3862ac5554515675c924,
  "/platform/admin/views/SearchFindings.tsx#SearchFindings": SearchFindings_1a64143240ea3c321eb3e5db720cf5f9,
  "/platform/admin/widgets/Waiting.tsx#Waiting": Waiting_d6318f3ea0e6d7098b1013ab02761822,
  "/platform/admin/widgets/SearchFindings.tsx#SearchFindings": SearchFindings_23ca3412df3ef26e46d4c74822e21910,
  "/platform/admin/widgets/StateCounts.tsx#StateCounts": StateCounts_8ec17716ed13b4bc992b62b4989a0972,
  "/platform/admin/widgets/DailySum.tsx#DailySum": DailySum_0fcfad8d4e37fe06a2f47133fc16b3ba,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
