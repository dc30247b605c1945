"""Words: how are the codes of entries said to a reader?"""

from maoding.terms.language import noted

KINDS = {
    "source": noted("来源"),
    "subject": noted("主体"),
    "commitment": noted("承诺"),
    "reading": noted("实绩"),
    "event": noted("事件"),
    "rule": noted("规则"),
    "exemption": noted("正当理由"),
}
MEASURES = {
    "level": noted("数额"),
    "growth": noted("同比增幅"),
    "share": noted("占上级的份额"),
    "deed": noted("任务"),
}
RELEASES = {
    "estimate": noted("预计数"),
    "flash": noted("快报数"),
    "reported": noted("上报数"),
    "preliminary": noted("初步核算数"),
    "final": noted("最终核实数"),
    "census": noted("普查修订数"),
    "correction": noted("更正数"),
}
EVENTS = {
    "listed": noted("列入名单"),
    "withdrawn": noted("退出名单"),
    "stage": noted("所处阶段"),
    "signed": noted("签约"),
    "started": noted("开工"),
    "topped_out": noted("封顶"),
    "completed": noted("竣工"),
    "in_production": noted("投产"),
    "planned_completion": noted("计划竣工"),
    "total_investment": noted("总投资"),
    "land": noted("用地"),
    "floor_area": noted("建筑面积"),
    "beds": noted("床位"),
    "length": noted("长度"),
    "industry": noted("行业"),
    "category": noted("类别"),
    "plan": noted("计划内容"),
    "progress": noted("进展"),
    "capacity": noted("产能"),
    "owner": noted("业主"),
    "key_date": noted("大事"),
}
STAGES = {
    "approved": noted("已批复"),
    "completed": noted("已竣工"),
    "lead": noted("在谈"),
    "listed": noted("已列入清单"),
    "other": noted("未写明阶段"),
    "planned": noted("已列入计划"),
    "production": noted("已投产"),
    "signed": noted("已签约"),
    "started": noted("已开工"),
    "topped": noted("已封顶"),
}
RELIABILITY = {
    "A": noted("政府网站"),
    "B": noted("报纸或官方媒体"),
    "C": noted("转载，引用前应再核原文"),
    "D": noted("文档分享网站，城市不详"),
    "G": noted("实际运行系统的程序与模板"),
}
STANDING = {
    "met": noted("已达到目标"),
    "missed": noted("未达到目标"),
    "met_so_far": noted("目前达到目标，期末再定"),
    "not_met_so_far": noted("目前未达到目标，期末再定"),
}
# 左右 can be missed on both sides.
STANDING_ABOUT = STANDING | {
    "missed": noted("与目标有出入"),
    "not_met_so_far": noted("目前与目标有出入，期末再定"),
}

# States of the scoreboard with how many stand there.
COUNTED = {
    "behind": noted("{n} 项落后"),
    "overdue": noted("{n} 项到期尚无数据"),
    "near": noted("{n} 项略低于序时"),
    "late": noted("{n} 项逾期完成"),
    "not_judged": noted("{n} 项未判"),
    "on_pace": noted("{n} 项按期"),
    "no_evidence": noted("{n} 项尚无数据"),
}
